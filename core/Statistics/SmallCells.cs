namespace RbcBot.Core.Statistics;

/// <summary>Counts of people by group with the small ones withheld, so that nobody is found in a table.</summary>
/// <param name="Rows">The groups in the order given; a null count is withheld.</param>
/// <param name="Total">Everybody.</param>
public sealed record SmallCells(Verdict Verdict, IReadOnlyList<(string Group, int? Count)> Rows, int Total)
{
    /// <summary>The smallest group that is shown.</summary>
    public const int Threshold = 5;

    /// <summary>Of fewer people no share is told to who must not find them: one person would be five percent and more.</summary>
    public const int LeastForShares = 20;

    /// <summary>Withholds groups of 1 to 4, and further ones until the total does not give a withheld one away.</summary>
    public static SmallCells Of(IReadOnlyList<(string Group, int Count)> groups)
    {
        var hidden = groups.Where(group => group.Count is > 0 and < Threshold).Select(group => group.Group).ToHashSet();
        while (hidden.Count > 0 && GivesAway(groups, hidden) && Next(groups, hidden) is { } next)
            hidden.Add(next);
        var total = groups.Sum(group => group.Count);
        return new SmallCells(
            hidden.Count == 0 ? Verdict.Ok(total, 0) : Verdict.Hidden(total, 0),
            [.. groups.Select(group => (group.Group, hidden.Contains(group.Group) ? (int?)null : group.Count))],
            total);
    }

    static bool GivesAway(IReadOnlyList<(string Group, int Count)> groups, HashSet<string> hidden) =>
        hidden.Count == 1 || groups.Where(group => hidden.Contains(group.Group)).Sum(group => group.Count) < Threshold;

    static string? Next(IReadOnlyList<(string Group, int Count)> groups, HashSet<string> hidden) =>
        groups.Where(group => group.Count > 0 && !hidden.Contains(group.Group)).OrderBy(group => group.Count).FirstOrDefault().Group;
}
