using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandDateTests
{
    static readonly Question Day = Asking.Question(QuestionType.Date);

    [Fact]
    public void An_iso_date_needs_no_saying_back() => Assert.Equal(new Understanding("2024-05-03", false, null), Asking.Answer(Day, "2024-05-03"));

    [Theory]
    [InlineData("03/05/2024")]
    [InlineData("3-5-24")]
    [InlineData("3.5.2024")]
    [InlineData("3 5 2024")]
    [InlineData("2024/5/3")]
    [InlineData("3 mai 2024")]
    [InlineData("May 3, 2024")]
    [InlineData("3rd of May 2024")]
    [InlineData("vendredi 3 mai 2024")]
    [InlineData("3 Gicurasi 2024")]
    [InlineData("Ku wa gatanu tariki ya 3 Gicurasi 2024")]
    [InlineData("3mai2024")]
    [InlineData("٣/٥/٢٠٢٤")]
    public void The_day_comes_first_and_is_said_back(string text) => Assert.Equal(new Understanding("2024-05-03", true, null), Asking.Answer(Day, text));

    [Theory]
    [InlineData("1er août 2023", "2023-08-01")]
    [InlineData("2 kanama 2023", "2023-08-02")]
    [InlineData("12 déc. 2023", "2023-12-12")]
    [InlineData("29/02/2024", "2024-02-29")]
    [InlineData("5/6/85", "1985-06-05")]
    [InlineData("uyu munsi", "2026-03-05")]
    [InlineData("Aujourd’hui", "2026-03-05")]
    [InlineData("hier", "2026-03-04")]
    [InlineData("yesterday", "2026-03-04")]
    [InlineData("ejo hashize", "2026-03-04")]
    [InlineData("ejo hazaza", "2026-03-06")]
    public void Months_short_years_and_words_are_understood(string text, string day) => Assert.Equal(day, Asking.Answer(Day, text).Value);

    [Theory]
    [InlineData("29/02/2023")]
    [InlineData("31/04/2024")]
    [InlineData("05/13/2024")]
    [InlineData("2024-13-01")]
    [InlineData("3 mai")]
    [InlineData("3 jui 2024")]
    [InlineData("3/5/1024")]
    [InlineData("00/00/0000")]
    [InlineData("3/5/024")]
    [InlineData("none")]
    [InlineData("")]
    public void What_is_no_day_is_unclear(string text) => Assert.Equal("understand.date", Asking.Answer(Day, text).HintKey);

    [Theory]
    [InlineData("1991", "1991", "understand.date.month")]
    [InlineData("Nyakanga 1991", "1991-07", "understand.date.day")]
    [InlineData("ukwezi kwa nyakanga 1991", "1991-07", "understand.date.day")]
    [InlineData("mai 2024", "2024-05", "understand.date.day")]
    [InlineData("1991-07", "1991-07", "understand.date.day")]
    [InlineData("07/1991", "1991-07", "understand.date.day")]
    public void A_year_or_a_month_is_the_beginning_of_a_date(string text, string partial, string hint)
    {
        var read = Asking.Answer(Day, text);
        Assert.Equal((null, partial, hint), (read.Value, read.Partial, read.HintKey));
    }

    [Fact]
    public void Ejo_is_both_yesterday_and_tomorrow() => Assert.Equal("understand.ejo", Asking.Answer(Day, "Ejo").HintKey);

    [Fact]
    public void The_first_day_of_time_has_no_yesterday() =>
        Assert.Equal("understand.date", Understand.Answer(Day, [], "hier", RbcBot.Core.Texts.Language.Fr, DateOnly.MinValue).HintKey);
}
