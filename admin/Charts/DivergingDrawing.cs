using System.Globalization;
using RbcBot.Core.Reports;

namespace RbcBot.Admin.Charts;

/// <summary>Draws agreement as bars that part at the middle; counts stand in the segments, so it also reads in grey.</summary>
static class DivergingDrawing
{
    const double Width = 760, Margin = 16, LabelWidth = 250, CountWidth = 58, BarHeight = 22, RowGap = 16;

    static readonly string[] Seven = ["#8c1d26", "#ca4a4f", "#eda58f", "#dcdcdc", "#9dc6e0", "#4a90c2", "#10548a"];

    /// <param name="hidden">What stands instead of a bar with too few people.</param>
    public static string Of(DivergingBars chart, string hidden)
    {
        var svg = new Svg(Width, chart.Title, chart.Alt);
        var colours = Colours(chart.Categories.Count);
        var y = Legend(svg, chart.Categories, colours) + RowGap;
        var (low, high) = Range(chart);
        var (from, wide) = (Margin + LabelWidth + 12, Width - (2 * Margin) - LabelWidth - 12 - CountWidth);
        var top = y;
        foreach (var row in chart.Rows)
        {
            var lines = TextWidth.Wrap(row.Label, LabelWidth);
            var height = Math.Max(BarHeight, lines.Count * TextWidth.LineHeight);
            var middle = y + (height / 2);
            svg.Lines(Margin, middle, lines);
            if (row.IsSuppressed)
                svg.Text(from, middle + 4, hidden, fill: Svg.Soft);
            else
                Segments(svg, row, colours, percent => from + ((percent - low) / (high - low) * wide), middle);
            if (!row.IsSuppressed)
                svg.Text(Width - Margin, middle + 4, "n = " + row.Valid.ToString(CultureInfo.InvariantCulture), "end", Svg.Soft);
            y += height + RowGap;
        }
        var zero = from + (-low / (high - low) * wide);
        svg.Line(zero, top - 6, zero, y - RowGap + 6, Svg.Ink, 1, 0.55);
        return svg.ToString(y);
    }

    internal static string[] Colours(int count) => count switch
    {
        2 => [Seven[1], Seven[5]],
        3 => [Seven[1], Seven[3], Seven[5]],
        4 => [Seven[0], Seven[2], Seven[4], Seven[6]],
        5 => [Seven[0], Seven[2], Seven[3], Seven[4], Seven[6]],
        6 => [Seven[0], Seven[1], Seven[2], Seven[4], Seven[5], Seven[6]],
        7 => Seven,
        _ => throw new ArgumentOutOfRangeException(nameof(count)),
    };

    static void Segments(Svg svg, DivergingRow row, string[] colours, Func<double, double> at, double middle)
    {
        for (var category = 0; category < row.Segments.Count; category++)
        {
            var (from, to) = (at(row.Segments[category].From), at(row.Segments[category].To));
            svg.Rect(from, middle - (BarHeight / 2), to - from, BarHeight, colours[category]);
            var count = row.Counts[category].ToString(CultureInfo.InvariantCulture);
            if (row.Counts[category] > 0 && to - from >= TextWidth.Of(count))
                svg.Text((from + to) / 2, middle + 4.5, count, "middle", IsDark(colours[category]) ? "#fff" : Svg.Ink);
        }
    }

    static bool IsDark(string colour) => colour == Seven[0] || colour == Seven[1] || colour == Seven[5] || colour == Seven[6];

    static (double Low, double High) Range(DivergingBars chart)
    {
        var segments = chart.Rows.Where(row => !row.IsSuppressed).SelectMany(row => row.Segments).ToList();
        return segments.Count == 0 ? (-100, 100) : (Math.Min(-5, segments.Min(one => one.From)), Math.Max(5, segments.Max(one => one.To)));
    }

    static double Legend(Svg svg, IReadOnlyList<string> names, string[] colours)
    {
        var (x, y) = (Margin, Margin);
        for (var category = 0; category < names.Count; category++)
        {
            var wide = 20 + TextWidth.Of(names[category]) + 18;
            if (x > Margin && x + wide > Width - Margin)
                (x, y) = (Margin, y + 22);
            svg.Rect(x, y, 14, 14, colours[category], 2);
            svg.Text(x + 20, y + 11.5, names[category]);
            x += wide;
        }
        return y + 14;
    }
}
