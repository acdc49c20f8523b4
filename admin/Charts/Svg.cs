using System.Globalization;
using System.Net;
using System.Text;
using RbcBot.Admin.Shared;

namespace RbcBot.Admin.Charts;

/// <summary>A picture in the making. Only attributes, no styles: a strict content policy lets it through, and it stands alone in a file.</summary>
sealed class Svg(double width, string title, string alt)
{
    public const string Ink = "#1d2326", Soft = "#566066", Faint = "#c9ced0", Blue = "#0072B2", Orange = "#D55E00";

    readonly StringBuilder marks = new();

    public double Width { get; } = width;

    public void Rect(double x, double y, double wide, double high, string fill, double round = 0) =>
        marks.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, wide):0.##}\" height=\"{high:0.##}\" rx=\"{round:0.##}\" fill=\"{fill}\"/>");

    public void Line(double x1, double y1, double x2, double y2, string stroke, double thick = 1, double opacity = 1) =>
        marks.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{stroke}\" stroke-width=\"{thick:0.##}\" stroke-opacity=\"{opacity:0.##}\" stroke-linecap=\"round\"/>");

    public void Dot(double x, double y, double radius, string fill, string stroke = "#fff") =>
        marks.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>");

    /// <param name="anchor">start, middle or end.</param>
    public void Text(double x, double y, string text, string anchor = "start", string fill = Ink, bool isBold = false) =>
        marks.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{(isBold ? " font-weight=\"700\"" : "")}>{WebUtility.HtmlEncode(Shown.Of(text))}</text>");

    /// <summary>Lines of a label, their middle at y.</summary>
    public void Lines(double x, double y, IReadOnlyList<string> lines, string anchor = "start")
    {
        for (var line = 0; line < lines.Count; line++)
            Text(x, y + ((line - ((lines.Count - 1) / 2.0)) * TextWidth.LineHeight) + (TextWidth.FontSize * 0.35), lines[line], anchor);
    }

    /// <summary>The whole picture, on a white sheet so that it reads the same in dark pages and in print.</summary>
    public string ToString(double height) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {Width:0.##} {height:0.##}\" role=\"img\" font-family=\"system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif\" font-size=\"{TextWidth.FontSize}\"><title>{WebUtility.HtmlEncode(Shown.Of(title))}</title><desc>{WebUtility.HtmlEncode(Shown.Of(alt))}</desc><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{marks}</svg>");
}
