using System.Globalization;
using System.Text;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>Conversations on several channels, played by a test with all that their lanes say to each other: a text that a trainer can read.</summary>
/// <remarks>What is posted is stored and read back, as the shell does; lanes take turns in the order in which things came.</remarks>
sealed class Talks
{
    readonly Catalogue catalogue;
    readonly StringBuilder transcript = new();
    readonly Dictionary<PersonId, string> conversations = [];
    readonly Dictionary<Address, PersonId> people = [];
    readonly Dictionary<Address, IReadOnlyList<Outbound>> last = [];
    readonly Queue<Post> waiting = new();
    readonly LinkCodes codes;
    readonly FixedClock clock;
    byte chance;
    int said;

    public Talks(Catalogue catalogue)
    {
        this.catalogue = catalogue;
        clock = new FixedClock(() => Now);
        codes = new LinkCodes(Codes, [new TelegramName { UserName = "rbc_example_bot" }, new WhatsAppNumber("+250788000000")], clock) { Chance = () => [.. Enumerable.Range(0, LinkCode.ChanceBytes).Select(place => (byte)(chance++ * 7 + place))] };
    }

    public InMemoryLinkCodes Codes { get; } = new();

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 12, 7, 0, 0, TimeSpan.Zero);

    public List<Fact> Facts { get; } = [];

    public string Transcript => transcript.ToString();

    /// <summary>The code that was given out last, as it was shown.</summary>
    public string Code { get; private set; } = "";

    public Conversation Of(string channel) => Load(people[At(channel)], At(channel));

    /// <summary>Follows where what is said on the channel goes.</summary>
    public Conversation Speaker(string channel)
    {
        var its = Of(channel);
        while ((its.Person == people[At(channel)] ? its.Speaker : null) is { } || its.StandsFor is { })
            its = Load(its.Person == people[At(channel)] && its.Speaker is { } speaker ? speaker : its.StandsFor!.Value, At(channel)); // one of them is there
        return its;
    }

    public Talks Says(string channel, string words) => Take(channel, Said.Text(words), words);

    public Talks SaysCode(string channel, string before = "") => Says(channel, before + Code);

    /// <summary>By a channel's clock: the message came when another had come already.</summary>
    public Talks SaidBefore(string channel, string words, TimeSpan before) => Take(channel, Said.Text(words), $"{words} [{before.TotalMinutes:0.##} minutes late]", before);

    public Talks Hushes(string channel, SaidKind kind) => Take(channel, new Said(kind, ""), $"[{kind}]");

    public Talks Enters(string channel, string code) => Take(channel, Said.Enter(code), $"[enters {code}]");

    public Talks Presses(string channel, string label) => Take(channel, Said.Choice(Payload(channel, label)), $"({label})");

    public Talks PressesPayload(string channel, string payload) => Take(channel, Said.Choice(payload), "(an old button)");

    public Talks Waits(TimeSpan time)
    {
        Now += time;
        transcript.AppendLine(CultureInfo.InvariantCulture, $"… {time.TotalMinutes:0.##} minutes later");
        return this;
    }

    public string Payload(string channel, string label) =>
        last[At(channel)].SelectMany(message => message.Buttons).LastOrDefault(button => button.Label == label)?.Payload
        ?? throw new InvalidOperationException($"No button «{label}» on {channel}.");

    /// <summary>Something for a person's lane, such as what the clock or an administrator says.</summary>
    public Talks Hears(PersonId person, Said what, string shown)
    {
        transcript.AppendLine(CultureInfo.InvariantCulture, $"[{shown}]");
        waiting.Enqueue(new Post(person, new Inbound(new Address("console", "admin"), $"c{said++}", what, Now) { For = person }));
        Run();
        return this;
    }

    /// <summary>Whether all messages on the channels are dated, as those of WhatsApp are.</summary>
    public bool IsDated { get; init; }

    public IReadOnlyList<Outbound> LastOn(string channel) => last[At(channel)];

    /// <summary>Who begins on the channel has this id.</summary>
    public Talks Comes(string channel, string person)
    {
        people[At(channel)] = new PersonId(person);
        return this;
    }

    public Conversation Lane(string person) => Load(new PersonId(person), At("sms"));

    Talks Take(string channel, Said what, string shown, TimeSpan late = default)
    {
        Now = Now.AddSeconds(10);
        transcript.AppendLine(CultureInfo.InvariantCulture, $"{channel}> {(Code.Length > 0 ? shown.Replace(Code, "{code}", StringComparison.Ordinal) : shown)}");
        if (!people.TryGetValue(At(channel), out var person))
            people[At(channel)] = person = new PersonId($"p{people.Count + 1}");
        waiting.Enqueue(new Post(person, new Inbound(At(channel), $"m{said++}", what, Now - late) { IsDated = IsDated }));
        Run();
        return this;
    }

    void Run()
    {
        for (var turns = 0; waiting.TryDequeue(out var next); turns++)
        {
            Assert.True(turns < 50, "What is passed on goes round.");
            Turn(next);
        }
    }

    void Turn(Post next)
    {
        var conversation = Load(next.To, next.Inbound.From);
        var inbound = StoredJson.Read<Inbound>(StoredJson.Write(next.Inbound));
        if (!Passing.Passes(conversation, inbound, Now))
            inbound = codes.BringAsync(conversation, inbound, default).GetAwaiter().GetResult();
        var turn = Talk.Take(conversation, inbound, catalogue, Flows.All, Now);
        conversations[next.To] = StoredJson.Write(turn.Next);
        Code = inbound.Said.NewCode ?? Code;
        foreach (var post in turn.Posts)
            waiting.Enqueue(post);
        Facts.AddRange(turn.Facts);
        Show(turn);
    }

    void Show(Turn turn)
    {
        if (turn.Replies.Count > 0)
            last[turn.To] = turn.Replies;
        foreach (var reply in turn.Replies)
        {
            var text = Code.Length > 0 ? reply.Text.Replace(Code, "{code}", StringComparison.Ordinal) : reply.Text;
            transcript.AppendLine(CultureInfo.InvariantCulture, $"{turn.To.Channel}< {text.Replace("\n", "\n  ", StringComparison.Ordinal)}");
            if (reply.Buttons.Count > 0)
                transcript.AppendLine("  " + string.Join(" ", reply.Buttons.Select(button => $"({button.Label})")));
        }
        foreach (var fact in turn.Facts.Where(fact => fact is PersonJoined or PersonParted or AddressLeft))
            transcript.AppendLine(CultureInfo.InvariantCulture, $"* {fact.GetType().Name}");
    }

    Conversation Load(PersonId person, Address address) =>
        conversations.TryGetValue(person, out var kept) ? StoredJson.Read<Conversation>(kept) : Conversation.New(person, address);

    static Address At(string channel) => new(channel, $"amina-{channel}");

    sealed class FixedClock(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now();
    }
}
