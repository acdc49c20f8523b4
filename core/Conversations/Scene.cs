using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>One turn in the making: the only thing that changes while a flow decides, gone when the turn is made.</summary>
public sealed class Scene(
    Conversation conversation, Inbound inbound, Catalogue catalogue, IReadOnlyList<IFlow> flows, DateTimeOffset now)
{
    readonly List<Outbound> replies = [];
    readonly List<Fact> facts = [];
    readonly List<Reminder> reminders = [];
    readonly List<Post> posts = [];

    public Conversation Conversation { get; set; } = conversation;

    public Inbound Inbound { get; } = inbound;

    public Said Said => Inbound.Said;

    public Catalogue Catalogue { get; } = catalogue;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Whether the person waits for what is said without her having spoken.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>The person's language; English until one is chosen.</summary>
    public Language Language => Conversation.Language ?? Language.En;

    /// <summary>The command that was said by word or button; null when it was none.</summary>
    public Command? Command { get; } = inbound.Said.Kind switch
    {
        SaidKind.Text or SaidKind.Edited => Commands.Read(inbound.Said.Words),
        SaidKind.Choice => Commands.OfPayload(inbound.Said.Words),
        _ => null,
    };

    /// <summary>The session in front.</summary>
    /// <exception cref="InvalidOperationException">None is: a programmer's mistake.</exception>
    public Session Session => Place(Conversation.Front) is { } place ? Conversation.Sessions[place] : throw new InvalidOperationException("No session is in front.");

    /// <summary>The flow of the session in front.</summary>
    public IFlow Flow => FlowOf(Session);

    public IFlow FlowOf(Session session) => flows.Single(flow => flow.Name == session.Flow);

    /// <summary>Keeps the session as it now is; a new one is added.</summary>
    public void Keep(Session session)
    {
        var place = Place(session.Id);
        Session[] sessions = place is null ? [.. Conversation.Sessions, session] : [.. Conversation.Sessions];
        sessions[place ?? ^1] = session;
        Conversation = Conversation with { Sessions = sessions };
    }

    /// <summary>Where the session stands among all; null when it is none of them.</summary>
    int? Place(string? id)
    {
        for (var place = Conversation.Sessions.Count - 1; place >= 0; place--)
            if (Conversation.Sessions[place].Id == id)
                return place;
        return null;
    }

    /// <summary>A new token for a question about to be asked.</summary>
    public string NewToken()
    {
        Conversation = Conversation with { Asks = Conversation.Asks + 1 };
        return Conversation.Asks.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public string Text(string key, params (string Name, object? Value)[] slots) => Texts.Text.Of(Language, key, slots);

    public Button Button(Command command) => new(Text(Commands.Label(command)), Commands.Payload(command), ButtonRole.Command);

    public void Say(string key, params (string Name, object? Value)[] slots) => Reply(new Outbound(Text(key, slots)));

    public void Reply(Outbound outbound) => replies.Add(outbound with
    {
        IsNudge = Said.Kind == SaidKind.Due,
        Language = Conversation.Language,
        ExpiresAt = Said.Kind == SaidKind.Due ? NudgeEnd : null,
        Rest = IsAwaited ? NudgeRest : null,
    });

    // What could not go while it was allowed, because a provider was away, does not go at night: what a person waits for goes in the morning, all else not at all.
    // What is said at night all the same answers somebody.
    Rest? NudgeRest => Said.Kind == SaidKind.Due && Catalogue.Quiet.EndOfAllowed(Now) is { } end ? new Rest(end, Catalogue.Quiet.NextAllowed(end)) : null;

    DateTimeOffset NudgeEnd => IsAwaited ? Now + Outbound.AwaitedLife : NudgeRest?.From is { } end && end < Now + Outbound.NudgeLife ? end : Now + Outbound.NudgeLife;

    /// <summary>Takes back what was said so far.</summary>
    public void Unsay() => replies.Clear();

    /// <summary>Says what another lane made ready.</summary>
    public void PassOn(Outbound outbound) => replies.Add(outbound);

    public void Note(Fact fact) => facts.Add(fact);

    public void Remind(Reminder reminder) => reminders.Add(reminder);

    /// <summary>Where the replies go; null for the conversation's address.</summary>
    public Address? To { get; set; }

    /// <summary>What the turn erases; null when nothing.</summary>
    public Erasure? Erasure { get; set; }

    public void Post(Post post) => posts.Add(post);

    /// <summary>Whether anything was said so far in this turn.</summary>
    public bool HasSaid => replies.Count > 0;

    public Turn ToTurn() => new(Conversation, replies, facts, reminders) { Posts = posts, Erasure = Erasure, To = To ?? Conversation.Address };
}
