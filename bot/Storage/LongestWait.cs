using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage;

/// <summary>No message of before a start waits longer than five minutes: a due time that is further off was written by a clock that has been set back since, or by a channel that will ask again.</summary>
static class LongestWait
{
    static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public static Sending Within(Sending sending, DateTimeOffset now) => sending.DueAt > now + Most ? sending with { DueAt = now + Most } : sending;
}
