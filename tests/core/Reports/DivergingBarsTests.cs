using RbcBot.Core.Reports;

namespace RbcBot.Tests.Core.Reports;

public sealed class DivergingBarsTests
{
    [Fact]
    public void The_neutral_category_is_split_at_zero()
    {
        var edges = new DivergingRow("q1", [2, 1, 5, 5, 16], 29, false).Segments;
        Assert.Equal((-18.96551724137931, -12.068965517241379), (edges[0].From, edges[0].To));
        Assert.Equal(-edges[2].From, edges[2].To, 1e-10);
        Assert.Equal(81.0344827586207, edges[4].To, 1e-10);
    }

    [Fact]
    public void A_suppressed_row_has_no_segments() => Assert.Empty(new DivergingRow("q1", [0, 0, 0, 0, 0], 0, true).Segments);
}
