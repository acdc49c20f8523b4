using RbcBot.Bot.Storage;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>Somebody who is spoken to at moments of a test's choice; reminders fire when their time has come.</summary>
sealed class NudgedPerson(string channel)
{
    static readonly Catalogue Catalogue = Shipped.Catalogue("feedback-epilepsy.xlsx", "F1", RoundKind.Feedback);

    readonly Address address = new(channel, "+250700000000");
    readonly Dictionary<string, Reminder> standing = [];
    int inbounds;

    /// <summary>A Wednesday, ten in the morning in Kigali.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 14, 8, 0, 0, TimeSpan.Zero);

    public Conversation Conversation { get; set; } = Conversation.New(new PersonId("amina"), new Address(channel, "+250700000000"));

    public IReadOnlyList<Reminder> Standing => [.. standing.Values];

    public Turn Last { get; private set; } = new(Conversation.New(new PersonId("amina"), new Address(channel, "+250700000000")), [], [], []);

    public string Said => string.Join("\n", Last.Replies.Select(reply => reply.Text));

    public NudgedPerson Says(string words) => Take(RbcBot.Core.Conversations.Said.Text(words), Now);

    public NudgedPerson Does(SaidKind kind) => Take(new Said(kind, ""), Now);

    /// <summary>The same so long ago.</summary>
    public NudgedPerson DoesLate(SaidKind kind, TimeSpan ago) => Take(new Said(kind, ""), Now - ago);

    /// <summary>Gives a command that her provider has answered.</summary>
    public NudgedPerson Answered(Command command) => Take(RbcBot.Core.Conversations.Said.Choice(Commands.Payload(command)) with { IsAnswered = true }, Now);

    public NudgedPerson Hears(string words) => Take(RbcBot.Core.Conversations.Said.Due(words), Now);

    /// <summary>A reminder that fell due then has its turn only now.</summary>
    public NudgedPerson Fires(string words, DateTimeOffset due) => Take(RbcBot.Core.Conversations.Said.Due(words), due);

    public NudgedPerson Waits(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>Time passes until the first reminder that stands, and it comes.</summary>
    public NudgedPerson HearsReminder()
    {
        var next = standing.Values.OrderBy(reminder => reminder.DueAt).First();
        standing.Remove(next.Key);
        Now = next.DueAt > Now ? next.DueAt.Value : Now;
        return Take(RbcBot.Core.Conversations.Said.Due(next.Subject), next.DueAt ?? Now);
    }

    NudgedPerson Take(Said said, DateTimeOffset at)
    {
        Conversation = StoredJson.Read<Conversation>(StoredJson.Write(Conversation));
        Last = Talk.Take(Conversation, new Inbound(address, $"{inbounds++}", said, at), Catalogue, Flows.All, Now);
        Conversation = Last.Next;
        foreach (var reminder in Last.Reminders)
            if (reminder.DueAt is null)
                standing.Remove(reminder.Key);
            else
                standing[reminder.Key] = reminder;
        return this;
    }
}
