using RbcBot.Core.Reports;

namespace RbcBot.Admin.Charts;

/// <summary>Draws a dumbbell a task: how able people feel, how important it is, the gap between. Ability is a ring, importance is full: no colour is needed.</summary>
static class GapDrawing
{
    const double Width = 760, Margin = 16, LabelWidth = 240, RowGap = 16, RowHeight = 20;

    public static string Of(GapDumbbell chart)
    {
        var svg = new Svg(Width, chart.Title, chart.Alt);
        var ends = chart.Rows.Count == 0 ? 0 : chart.Rows.Max(row => TextWidth.Of(row.GapText));
        var (from, wide) = (Margin + LabelWidth + 20, Math.Max(120, Width - (2 * Margin) - LabelWidth - 20 - ends - 22));
        double At(double rating) => from + ((rating - chart.Lowest) / (chart.Highest - chart.Lowest) * wide);

        svg.Dot(Margin + 6, Margin + 5, 6, "#fff", Svg.Orange);
        svg.Text(Margin + 18, Margin + 9.5, chart.AbilityName);
        var second = Margin + 18 + TextWidth.Of(chart.AbilityName) + 24;
        svg.Dot(second, Margin + 5, 6, Svg.Blue);
        svg.Text(second + 12, Margin + 9.5, chart.ImportanceName);

        var y = Margin + 30;
        foreach (var row in chart.Rows)
        {
            var lines = TextWidth.Wrap(row.Label, LabelWidth);
            var height = Math.Max(RowHeight, lines.Count * TextWidth.LineHeight);
            var middle = y + (height / 2);
            svg.Lines(Margin, middle, lines);
            svg.Line(At(chart.Lowest), middle, At(chart.Highest), middle, Svg.Faint);
            svg.Line(At(row.Ability), middle, At(row.Importance), middle, Svg.Soft, 3);
            svg.Dot(At(row.Ability), middle, 6, "#fff", Svg.Orange);
            svg.Dot(At(row.Importance), middle, 6, Svg.Blue);
            svg.Text(Width - Margin, middle + 4.5, row.GapText, "end");
            y += height + RowGap;
        }
        return svg.ToString(y);
    }
}
