using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>What the checker knows of one address: what was acknowledged to it and has not had its turn, where its talk stands, what was said to it.</summary>
sealed class Account(Address address)
{
    public Address Address => address;

    /// <summary>Null before its first turn.</summary>
    public PersonId? Person { get; set; }

    /// <summary>Acknowledged and not had its turn, in the order in which it was acknowledged.</summary>
    public List<Inbound> Queue { get; } = [];

    /// <summary>External ids that were acknowledged, ever.</summary>
    public HashSet<string> Heard { get; } = [];

    /// <summary>Whether one of the queue is being served.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The talk after all turns so far; null before the first.</summary>
    public Conversation? Talk { get; set; }

    public List<Posted> Posts { get; } = [];

    /// <summary>Reminders that are set, by key.</summary>
    public Dictionary<string, Reminder> Plan { get; } = [];

    /// <summary>How often a decision about an inbound of the queue failed.</summary>
    public Dictionary<string, int> Failures { get; } = [];

    /// <summary>Turns of what carries no date of its own: what was typed before them may have lost its question.</summary>
    public int UndatedTurns { get; set; }

    /// <summary>What makes an inbound itself: its channel's id, and for one of the clock its subject and time.</summary>
    public static string KeyOf(Inbound inbound) => inbound.Said.Kind == SaidKind.Due && (inbound.Said.Words.Contains(':') || inbound.Said.Words == Erase.Subject)
        ? $"{inbound.From}|{inbound.Said.Words}|{inbound.At.UtcTicks}"
        : $"{inbound.From}|{inbound.ExternalId}";

    public static bool IsSame(Inbound one, Inbound other) => KeyOf(one) == KeyOf(other);

    public static bool IsSame(Conversation one, Conversation other) => ReferenceEquals(one, other) || StoredJson.Write(one) == StoredJson.Write(other);
}
