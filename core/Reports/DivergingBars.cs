namespace RbcBot.Core.Reports;

/// <summary>Answers on an agreement scale, one bar a question, the neutral category split at zero (Heiberger and Robbins 2014).</summary>
/// <param name="Alt">What the picture says, for who cannot see it.</param>
/// <param name="Note">How many answers were used and left out, and why.</param>
/// <param name="Categories">Names of the categories, the most unfavourable first.</param>
/// <param name="Rows">Sorted by the share who agree, the highest first.</param>
public sealed record DivergingBars(
    string Title,
    string Alt,
    string Note,
    IReadOnlyList<string> Categories,
    IReadOnlyList<DivergingRow> Rows);

/// <summary>One question's answers.</summary>
/// <param name="Counts">People per category; all zero when suppressed.</param>
/// <param name="Valid">People who answered; 0 when suppressed.</param>
/// <param name="IsSuppressed">Too few people to show: only the label is drawn, with the text of reports' small cells.</param>
public sealed record DivergingRow(string Label, IReadOnlyList<int> Counts, int Valid, bool IsSuppressed)
{
    /// <summary>Where each category's segment lies on an axis in percent, zero being the middle of the neutral category.</summary>
    public IReadOnlyList<(double From, double To)> Segments
    {
        get
        {
            if (Valid == 0)
                return [];
            var edge = -LeftPercent;
            return [.. Counts.Select(count => (edge, edge += Percent(count)))];
        }
    }

    double LeftPercent
    {
        get
        {
            var half = Counts.Count / 2;
            var left = Counts.Take(half).Sum(Percent);
            return Counts.Count % 2 == 0 ? left : left + (Percent(Counts[half]) / 2);
        }
    }

    double Percent(int count) => 100.0 * count / Valid;
}
