using System.Globalization;
using System.Xml.Linq;
using RbcBot.Admin.Charts;
using RbcBot.Core.Reports;

namespace RbcBot.Tests.Admin.Charts;

public sealed class DrawingTests
{
    static readonly DivergingBars Agreement = new(
        "Agreement", "What the picture says", "", ["Simbyemera na gato", "Simbyemera", "Hagati", "Ndabyemera", "Ndabyemera cyane"],
        [new("A question with a <b>label</b> that is much longer than one line can bear in a chart", [5, 10, 20, 40, 25], 100, false), new("Few", [0, 0, 0, 0, 0], 0, true)]);

    [Fact]
    public void Segments_lie_side_by_side_and_are_as_wide_as_their_shares()
    {
        var bars = Rects(DivergingDrawing.Of(Agreement, "hidden")).Where(rect => Number(rect, "height") == 22).ToList();
        Assert.Equal([5, 10, 20, 40, 25], bars.Select(bar => Math.Round(Number(bar, "width") / bars.Sum(one => Number(one, "width")) * 100)));
        Assert.All(bars.Zip(bars.Skip(1)), pair => Assert.Equal(Number(pair.First, "x") + Number(pair.First, "width"), Number(pair.Second, "x"), 0.05));
    }

    [Fact]
    public void Middle_of_the_neutral_category_lies_on_the_zero_line()
    {
        var svg = DivergingDrawing.Of(Agreement, "hidden");
        var neutral = Rects(svg).Where(rect => Number(rect, "height") == 22).ElementAt(2);
        var zero = XDocument.Parse(svg).Descendants().First(mark => mark.Name.LocalName == "line");
        Assert.Equal(Number(zero, "x1"), Number(neutral, "x") + (Number(neutral, "width") / 2), 0.05);
    }

    [Fact]
    public void Picture_says_in_words_what_it_shows()
    {
        var names = XDocument.Parse(DivergingDrawing.Of(Agreement, "hidden")).Root!.Elements().Take(2).Select(mark => mark.Value);
        Assert.Equal(["Agreement", "What the picture says"], names);
    }

    [Fact]
    public void Labels_are_text_and_no_style_is_inline()
    {
        var svg = DivergingDrawing.Of(Agreement, "hidden");
        Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_drawn_for_too_few_people_but_the_sentence() =>
        Assert.Single(XDocument.Parse(DivergingDrawing.Of(Agreement, "hidden")).Descendants(), mark => mark.Name.LocalName == "text" && mark.Value == "hidden");

    [Fact]
    public void Higher_score_stands_higher_in_a_slope_chart()
    {
        var chart = new SlopeChart("Scores", "", "", ["before", "after"], 0, 20, [[8, 15]], [new(8, 7, 9, "8.0"), new(15, 14, 16, "15.0")]);
        var dots = XDocument.Parse(SlopeDrawing.Of(chart)).Descendants().Where(mark => mark.Name.LocalName == "circle").ToList();
        Assert.True(Number(dots[1], "cy") < Number(dots[0], "cy"));
    }

    [Fact]
    public void Wrapped_label_is_never_wider_than_its_room() =>
        Assert.All(TextWidth.Wrap("Ndabyemera cyane kandi nshimishijwe n'amahugurwa twahawe Donaudampfschifffahrtsgesellschaft", 120), line => Assert.True(TextWidth.Of(line) <= 120));

    static IEnumerable<XElement> Rects(string svg) => XDocument.Parse(svg).Descendants().Where(mark => mark.Name.LocalName == "rect" && mark.Attribute("x") is not null);

    static double Number(XElement mark, string name) => double.Parse(mark.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
