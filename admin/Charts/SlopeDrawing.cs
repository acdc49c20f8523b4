using RbcBot.Core.Reports;

namespace RbcBot.Admin.Charts;

/// <summary>Draws the same people at several moments: a faint line each, the mean in bold with its interval.</summary>
static class SlopeDrawing
{
    const double Width = 640, Height = 380, Top = 28, Bottom = 44, Side = 130;

    public static string Of(SlopeChart chart)
    {
        var svg = new Svg(Width, chart.Title, chart.Alt);
        double X(int moment) => chart.Moments.Count < 2 ? Width / 2 : Side + (moment * (Width - (2 * Side)) / (chart.Moments.Count - 1));
        double Y(double score) => Top + ((chart.Highest - Math.Clamp(score, chart.Lowest, chart.Highest)) / (chart.Highest - chart.Lowest) * (Height - Top - Bottom));

        for (var moment = 0; moment < chart.Moments.Count; moment++)
        {
            svg.Line(X(moment), Top, X(moment), Height - Bottom, Svg.Faint);
            svg.Text(X(moment), Height - Bottom + 24, chart.Moments[moment], "middle", isBold: true);
        }
        svg.Text(X(0) - 10, Top + 4, chart.Highest.ToString("0", System.Globalization.CultureInfo.InvariantCulture), "end", Svg.Soft);
        svg.Text(X(0) - 10, Height - Bottom + 4, chart.Lowest.ToString("0", System.Globalization.CultureInfo.InvariantCulture), "end", Svg.Soft);
        foreach (var line in chart.Lines)
            for (var moment = 1; moment < line.Count; moment++)
                svg.Line(X(moment - 1), Y(line[moment - 1]), X(moment), Y(line[moment]), Svg.Soft, 1.1, 0.3);
        Means(svg, chart, X, Y);
        return svg.ToString(Height);
    }

    static void Means(Svg svg, SlopeChart chart, Func<int, double> x, Func<double, double> y)
    {
        for (var moment = 1; moment < chart.Means.Count; moment++)
            svg.Line(x(moment - 1), y(chart.Means[moment - 1].Mean), x(moment), y(chart.Means[moment].Mean), Svg.Blue, 3.5);
        for (var moment = 0; moment < chart.Means.Count; moment++)
        {
            var mean = chart.Means[moment];
            if (mean is { Low: { } low, High: { } high })
                svg.Line(x(moment), y(low), x(moment), y(high), Svg.Blue, 2);
            svg.Dot(x(moment), y(mean.Mean), 6, Svg.Blue);
            var isFirst = moment == 0;
            var isLast = moment == chart.Means.Count - 1;
            svg.Text(
                x(moment) + (isFirst ? -14 : isLast ? 14 : 0), y(mean.Mean) + (isFirst || isLast ? 4.5 : -14), mean.Text,
                isFirst ? "end" : isLast ? "start" : "middle", Svg.Blue, isBold: true);
        }
    }
}
