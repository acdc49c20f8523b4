using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;

namespace RbcBot.Admin.Rounds;

/// <summary>How many sessions stand how, as the register counts them.</summary>
public sealed record SessionCounts(IReadOnlyList<SessionCount> All)
{
    public static async Task<SessionCounts> ReadAsync(IRegister register, CancellationToken stop) => new(await register.CountsAsync(stop));

    /// <summary>Of each subject that has any: begun and submitted.</summary>
    public IReadOnlyDictionary<string, (int Begun, int Submitted)> BySubject => All.GroupBy(count => count.Subject, StringComparer.Ordinal).ToDictionary(
        group => group.Key, group => (group.Sum(count => count.Count), group.Where(count => count.Standing == Standing.Submitted).Sum(count => count.Count)), StringComparer.Ordinal);

    /// <summary>Those of a subject.</summary>
    public SessionCounts Of(string subject) => new([.. All.Where(count => count.Subject == subject)]);

    public int Begun => All.Sum(count => count.Count);

    public int Of(Standing standing) => All.Where(count => count.Standing == standing).Sum(count => count.Count);
}
