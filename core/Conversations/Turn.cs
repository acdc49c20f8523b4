namespace RbcBot.Core.Conversations;

/// <summary>Something to be said later unless the plan moves on.</summary>
/// <param name="Key">Unique for the person; putting the same key again moves it.</param>
/// <param name="Subject">The words of the due inbound.</param>
/// <param name="DueAt">When; null takes the reminder away.</param>
public sealed record Reminder(string Key, string Subject, DateTimeOffset? DueAt);

/// <summary>What the middle decided: committed in one transaction, then delivered.</summary>
public sealed record Turn(
    Conversation Next,
    IReadOnlyList<Outbound> Replies,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Reminder> Reminders);
