using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandNumberTests
{
    static readonly Question Whole = Asking.Question(QuestionType.Integer), Fraction = Asking.Question(QuestionType.Decimal);

    [Theory]
    [InlineData("10", "10", false)]
    [InlineData("１０", "10", false)]
    [InlineData("1️⃣0️⃣", "10", false)]
    [InlineData("-3", "-3", false)]
    [InlineData("+3", "3", false)]
    [InlineData("007", "7", false)]
    [InlineData("-0", "0", false)]
    [InlineData("10.", "10", false)]
    [InlineData("10,0", "10", false)]
    [InlineData("1 200", "1200", false)]
    [InlineData("1\u202F200", "1200", false)]
    [InlineData("1,200", "1200", true)]
    [InlineData("1.200", "1200", true)]
    [InlineData("1,200,000", "1200000", true)]
    [InlineData("about 10", "10", true)]
    [InlineData("environ 10", "10", true)]
    [InlineData("hafi 10", "10", true)]
    [InlineData("~10", "10", true)]
    [InlineData("10 ans", "10", true)]
    [InlineData("imyaka 10", "10", true)]
    public void Whole_numbers_are_read_as_people_write_them(string text, string value, bool echo) =>
        Assert.Equal(new Understanding(value, echo, null), Asking.Answer(Whole, text));

    [Theory]
    [InlineData("icumi", "10")]
    [InlineData("zeru", "0")]
    [InlineData("zéro", "0")]
    [InlineData("kabiri", "2")]
    [InlineData("imyaka ibiri", "2")]
    [InlineData("cumi na gatanu", "15")]
    [InlineData("makumyabiri n'umwe", "21")]
    [InlineData("mirongo itatu", "30")]
    [InlineData("dix-sept", "17")]
    [InlineData("vingt et un", "21")]
    [InlineData("soixante-quinze ans", "75")]
    [InlineData("quatre-vingts", "80")]
    [InlineData("quatre-vingt-dix-neuf", "99")]
    [InlineData("Twenty-two", "22")]
    [InlineData("hafi icumi", "10")]
    public void Numbers_in_words_are_said_back(string text, string value) =>
        Assert.Equal(new Understanding(value, true, null), Asking.Answer(Whole, text));

    [Theory]
    [InlineData("none")]
    [InlineData("-")]
    [InlineData("nta na kimwe")]
    [InlineData("5-10")]
    [InlineData("5 or 6")]
    [InlineData("6 months")]
    [InlineData("1e3")]
    [InlineData("1 0")]
    [InlineData("")]
    [InlineData("1199880012345678")]
    public void What_is_no_number_is_unclear_and_never_zero(string text) =>
        Assert.Equal(new Understanding(null, false, "understand.number"), Asking.Answer(Whole, text));

    [Theory]
    [InlineData("2.5")]
    [InlineData("2,5")]
    [InlineData("0,125")]
    public void A_whole_number_refuses_a_fraction(string text) => Assert.Equal("understand.whole", Asking.Answer(Whole, text).HintKey);

    [Theory]
    [InlineData("2,5", "2.5", false)]
    [InlineData("2.50", "2.5", false)]
    [InlineData("٢٫٥", "2.5", false)]
    [InlineData(",5", "0.5", false)]
    [InlineData("1 234,5", "1234.5", false)]
    [InlineData("1,234.5", "1234.5", true)]
    [InlineData("1.234,5", "1234.5", true)]
    [InlineData("2,345", "2.345", true)]
    [InlineData("37,5 %", "37.5", true)]
    public void Decimals_take_comma_and_point(string text, string value, bool echo) =>
        Assert.Equal(new Understanding(value, echo, null), Asking.Answer(Fraction, text));
}
