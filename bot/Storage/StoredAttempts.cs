using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage;

/// <summary>What happened to a message on its way, a line each: one more is written behind the others without reading them.</summary>
static class StoredAttempts
{
    public static string Write(IReadOnlyList<SendAttempt> attempts) => string.Concat(attempts.Select(Line));

    public static string Line(SendAttempt attempt) => StoredJson.Write(attempt with { Reason = CleanText.Of(attempt.Reason) }) + "\n";

    public static IReadOnlyList<SendAttempt> Read(string lines) => lines.Length == 0
        ? []
        : [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(StoredJson.Read<SendAttempt>)];
}
