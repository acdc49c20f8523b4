using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class ChanceTests
{
    readonly SmallForm form = new();

    [Fact]
    public void Chance_is_the_same_when_asked_again_in_the_same_run() =>
        Assert.Equal(form.Number("random()"), form.Number("random()"));

    [Fact]
    public void Chance_differs_by_run_by_question_and_by_place_in_the_expression()
    {
        var here = form.Number("random()");
        var elsewhere = SmallForm.Read("random()").AsNumber(form.Context with { Context = form.Data.Children[1] });
        var nextRun = SmallForm.Read("random()").AsNumber(form.Context with { Moment = form.Context.Moment with { Seed = 1 } });
        Assert.Equal(4, new[] { here, elsewhere, nextRun, form.Number("0 + random()") }.Distinct().Count());
    }

    [Fact]
    public void Chance_is_spread_evenly_from_0_to_1()
    {
        var read = SmallForm.Read("random()");
        var drawn = Enumerable.Range(0, 2000).Select(seed => read.AsNumber(form.Context with { Moment = form.Context.Moment with { Seed = seed } })).ToList();
        Assert.All(drawn, number => Assert.InRange(number, 0, 0.999999999999));
        Assert.InRange(drawn.Average(), 0.48, 0.52);
    }

    [Fact]
    public void An_id_is_a_version_4_of_the_standard() =>
        Assert.Matches(new Regex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"), form.Text("uuid()"));

    [Fact]
    public void An_id_can_be_of_any_length() => Assert.Matches(new Regex("^[0-9a-zA-Z]{8}$"), form.Text("uuid(8)"));

    [Theory]
    [InlineData("42", "AFCBDE")]
    [InlineData("'42'", "AFCBDE")]
    [InlineData("-42", "EDAFBC")]
    [InlineData("1", "BFEACD")]
    [InlineData("11111111", "ACDBFE")]
    [InlineData("''", "CBEAFD")]
    [InlineData("99999999999", "BACFDE")]
    [InlineData("1 div 0", "BFEACD")]
    [InlineData("'Aline'", "ACEBDF")]
    [InlineData("2.5", "ECFDBA")]
    public void A_seed_gives_the_order_that_the_standard_gives(string seed, string order) =>
        Assert.Equal(order, form.Text($"join('', randomize(instance('letters')/root/item, {seed}))"));

    [Fact]
    public void Without_a_seed_the_order_holds_for_the_run()
    {
        var order = form.Text("join('', randomize(instance('letters')/root/item))");
        Assert.Equal("ABCDEF", string.Concat(order.Order()));
        Assert.Equal(order, form.Text("join('', randomize(instance('letters')/root/item))"));
    }

    public ChanceTests()
    {
        var root = form.Instances["letters"] = new Node("root");
        foreach (var letter in "ABCDEF")
        {
            root.Add(new Node("item") { Text = letter.ToString() });
        }
    }
}
