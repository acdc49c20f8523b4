using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>Something to be said later unless the plan moves on.</summary>
/// <param name="Key">Unique for the person; putting the same key again moves it.</param>
/// <param name="Subject">The words of the due inbound.</param>
/// <param name="DueAt">When; null takes the reminder away.</param>
public sealed record Reminder(string Key, string Subject, DateTimeOffset? DueAt);

/// <summary>Something for another person's lane: put there in the turn's own transaction, behind all that waits.</summary>
/// <param name="Inbound">Its external id means nothing.</param>
public sealed record Post(PersonId To, Inbound Inbound)
{
    /// <summary>What one lane says to another, which takes it itself.</summary>
    /// <param name="at">The address that it is about, or where the one who says it is.</param>
    public static Post Of(PersonId to, Address at, Between between, DateTimeOffset now) => new(to, new Inbound(at, "", Said.OfLane(between), now) { For = to });
}

/// <summary>What the middle decided: committed in one transaction, then delivered.</summary>
public sealed record Turn(
    Conversation Next,
    IReadOnlyList<Outbound> Replies,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Reminder> Reminders)
{
    /// <summary>What goes to other persons' lanes, in order. Only a turn that posts may leave a conversation with fewer sessions: they went along.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>What it erases: then nothing else of it is kept but what it posts. Null for nearly all turns.</summary>
    public Erasure? Erasure { get; init; }

    /// <summary>Where the replies go: the conversation's address, unless somebody else's words are carried to one.</summary>
    public Address To { get; init; } = Next.Address;
}
