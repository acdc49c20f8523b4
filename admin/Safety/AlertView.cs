using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Safety;

namespace RbcBot.Admin.Safety;

/// <summary>One alert, with what was kept of the words as answers.</summary>
public sealed record AlertView(SafetyAlert Alert, IReadOnlyList<GivenAnswer> Held, bool MayAct, DateTimeOffset Now)
{
    /// <summary>Longest note, in characters.</summary>
    public const int LongestNote = 2000;

    /// <param name="session">Where it was written; null outside of any.</param>
    public static AlertView Of(SafetyAlert alert, Session? session, bool mayAct, DateTimeOffset now) => new(
        alert, session is null ? [] : [.. session.Answers.Concat(session.Submission).Where(answer => session.Held.Contains(answer.Path)).DistinctBy(answer => answer.Path)], mayAct, now);
}
