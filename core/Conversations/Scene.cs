using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>One turn in the making: the only thing that changes while a flow decides, gone when the turn is made.</summary>
public sealed class Scene(Conversation conversation, Inbound inbound, Catalogue catalogue, DateTimeOffset now)
{
    readonly List<Outbound> replies = [];
    readonly List<Fact> facts = [];
    readonly List<Reminder> reminders = [];

    public Conversation Conversation { get; set; } = conversation;

    public Inbound Inbound { get; } = inbound;

    public Said Said => Inbound.Said;

    public Catalogue Catalogue { get; } = catalogue;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The person's language; English until one is chosen.</summary>
    public Language Language => Conversation.Language ?? Language.En;

    public string Text(string key, params (string Name, object? Value)[] slots) => Texts.Text.Of(Language, key, slots);

    public void Say(string key, params (string Name, object? Value)[] slots) => Reply(new Outbound(Text(key, slots)));

    public void Reply(Outbound outbound) => replies.Add(outbound with { IsNudge = Said.Kind == SaidKind.Due });

    public void Note(Fact fact) => facts.Add(fact);

    public void Remind(Reminder reminder) => reminders.Add(reminder);

    public Turn ToTurn() => new(Conversation, replies, facts, reminders);
}
