using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandOrderTests
{
    static readonly Question Needs = Asking.Question(QuestionType.Rank,
        Asking.Choice("beds", "Ibitanda", "Lits", "Beds"), Asking.Choice("staff", "Abakozi", "Personnel", "Staff"), Asking.Choice("drugs", "Imiti", "Médicaments", "Medicines"));

    [Theory]
    [InlineData("3 1 2")]
    [InlineData("3, 1, 2")]
    [InlineData("312")]
    [InlineData("c a b")]
    [InlineData("c, a, b")]
    [InlineData("3 > 1 > 2")]
    [InlineData("Imiti, ibitanda, abakozi")]
    [InlineData("medicines then beds", null)]
    [InlineData("3, 1")]
    [InlineData("médicaments\nlits")]
    public void All_options_are_put_in_order(string text, string? order = "drugs beds staff") => Assert.Equal(order, Asking.Answer(Needs, text).Value);

    [Theory]
    [InlineData("3 1 3", "understand.rank")]
    [InlineData("football", "understand.rank")]
    [InlineData("4 1 2", "understand.rank")]
    [InlineData("", "understand.rank")]
    [InlineData("3", "understand.rank.missing")]
    public void An_option_named_twice_or_left_out_is_unclear(string text, string hint) => Assert.Equal(hint, Asking.Answer(Needs, text).HintKey);

    [Fact]
    public void What_is_missing_is_named() =>
        Assert.Equal("Ibitanda, Abakozi", Asking.Answer(Needs, "3").HintSlots.Single(slot => slot.Name == "missing").Value);

    [Theory]
    [InlineData(0, 10, 2, "4", "4")]
    [InlineData(0, 10, 2, "zero", "0")]
    [InlineData(0, 1, 0.25, "0,75", "0.75")]
    [InlineData(10, 50, 10, "2", "20")]
    [InlineData(10, 1, 1, "7", "7")]
    [InlineData(0, 10, 2, "5", null)]
    [InlineData(1, 10, 1, "11", null)]
    [InlineData(10, 50, 10, "6", null)]
    [InlineData(1, 10, 1, "2.5", null)]
    public void A_range_takes_its_steps_or_which_of_a_few(double start, double end, double step, string text, string? value)
    {
        var range = Asking.Question(QuestionType.Range) with { Range = new RangeSpan((decimal)start, (decimal)end, (decimal)step) };
        Assert.Equal(value, Asking.Answer(range, text).Value);
    }

    [Fact]
    public void The_ends_of_a_range_are_said()
    {
        var read = Asking.Answer(Asking.Question(QuestionType.Range) with { Range = new RangeSpan(1, 10, 1) }, "many");
        Assert.Equal("Please write a number from 1 to 10.", Text.Of(Language.En, read.HintKey!, [.. read.HintSlots]));
    }

    [Theory]
    [InlineData("yego", "yes")]
    [InlineData("1", "yes")]
    [InlineData("Oui !", "yes")]
    [InlineData("2", "no")]
    [InlineData("that's all", "no")]
    [InlineData("nta wundi", "no")]
    [InlineData("3", null)]
    public void One_more_instance_is_a_yes_or_a_no(string text, string? value) => Assert.Equal(value, Asking.Answer(Asking.Question(QuestionType.AnotherRepeat), text).Value);

    [Theory]
    [InlineData(QuestionType.Image, "understand.photo")]
    [InlineData(QuestionType.Audio, "understand.voice")]
    [InlineData(QuestionType.Video, "understand.video")]
    [InlineData(QuestionType.File, "understand.file")]
    public void A_file_is_not_given_in_words(QuestionType type, string hint) => Assert.Equal(hint, Asking.Answer(Asking.Question(type), "photo.jpg").HintKey);
}
