namespace RbcBot.Core.Conversations.Nudges;

/// <summary>A nudge that waits.</summary>
/// <param name="Key">The key of its reminder.</param>
/// <param name="Words">The words of its due inbound.</param>
/// <param name="Until">When it is decided again; null when it waits until the person speaks.</param>
public sealed record Held(string Key, string Words, DateTimeOffset? Until);
