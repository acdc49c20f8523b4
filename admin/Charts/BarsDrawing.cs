using RbcBot.Core.Reports;

namespace RbcBot.Admin.Charts;

/// <summary>Draws plain bars from zero, with an interval where there is one and the number in words at the end.</summary>
static class BarsDrawing
{
    const double Width = 760, Margin = 16, LabelWidth = 220, BarHeight = 18, RowGap = 14;

    public static string Of(Bars chart)
    {
        var svg = new Svg(Width, chart.Title, chart.Alt);
        var ends = chart.Rows.Count == 0 ? 0 : chart.Rows.Max(row => TextWidth.Of(row.Text));
        var (from, wide) = (Margin + LabelWidth + 12, Math.Max(120, Width - (2 * Margin) - LabelWidth - 12 - ends - 14));
        var y = Margin;
        foreach (var row in chart.Rows)
        {
            var lines = TextWidth.Wrap(row.Label, LabelWidth);
            var height = Math.Max(BarHeight, lines.Count * TextWidth.LineHeight);
            var middle = y + (height / 2);
            svg.Lines(Margin, middle, lines);
            svg.Rect(from, middle - (BarHeight / 2), wide, BarHeight, "#eef0f0", 2);
            Bar(svg, row, value => from + (Math.Clamp(value / chart.Highest, 0, 1) * wide), middle);
            svg.Text(Width - Margin, middle + 4.5, row.Text, "end");
            y += height + RowGap;
        }
        return svg.ToString(y);
    }

    static void Bar(Svg svg, BarRow row, Func<double, double> at, double middle)
    {
        if (row.Value is not { } value)
            return;
        svg.Rect(at(0), middle - (BarHeight / 2), at(value) - at(0), BarHeight, "#5aa5cf", 2);
        if (row is not { Low: { } low, High: { } high })
            return;
        svg.Line(at(low), middle, at(high), middle, Svg.Ink, 1.5);
        svg.Line(at(low), middle - 4, at(low), middle + 4, Svg.Ink, 1.5);
        svg.Line(at(high), middle - 4, at(high), middle + 4, Svg.Ink, 1.5);
    }
}
