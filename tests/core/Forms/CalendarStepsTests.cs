using CsCheck;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms;

public sealed class CalendarStepsTests
{
    static readonly (DateOnly?, DateOnly?) Life = (new DateOnly(1926, 3, 5), Asking.Today);

    static readonly Gen<DateOnly> Days = Gen.Int[693_596, 767_009].Select(DateOnly.FromDayNumber);

    [Fact]
    public void A_lifetime_begins_with_tens_of_years()
    {
        var tens = CalendarSteps.Next("", Asking.Today, Life);
        Assert.Equal(["192", "193", "194", "195", "196", "197", "198", "199", "200", "201", "202"], tens.Select(step => step.Name));
        Assert.Equal("1990–1999", tens[7].Label(Language.Fr));
    }

    [Fact]
    public void Few_years_are_offered_at_once() =>
        Assert.Equal(["2024", "2025", "2026"], CalendarSteps.Next("", Asking.Today, (new DateOnly(2024, 6, 1), Asking.Today)).Select(step => step.Name));

    [Fact]
    public void Months_and_days_stay_within_the_limits()
    {
        Assert.Equal(["2026-01", "2026-02", "2026-03"], CalendarSteps.Next("2026", Asking.Today, Life).Select(step => step.Name));
        Assert.Equal(["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"], CalendarSteps.Next("2026-03", Asking.Today, Life).Select(step => step.Name));
        Assert.Equal("Nyakanga", CalendarSteps.Next("1991", Asking.Today, Life)[6].Label(Language.Rw));
        Assert.Equal("1", CalendarSteps.Next("2024-02", Asking.Today, Life)[0].Label(Language.Rw));
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2024-13")]
    [InlineData("x")]
    [InlineData("abcd")]
    [InlineData("0000")]
    public void Nothing_follows_what_is_no_beginning(string partial) => Assert.Empty(CalendarSteps.Next(partial, Asking.Today, Life));

    [Fact]
    public void Every_day_within_the_limits_is_reached_by_steps() =>
        Gen.Select(Days, Days, Days).Sample((one, other, third) =>
        {
            DateOnly[] days = [.. new[] { one, other, third }.Order()];
            var partial = "";
            while (CalendarSteps.Next(partial, Asking.Today, (days[0], days[2])).FirstOrDefault(step => $"{days[1]:yyyy-MM-dd}".StartsWith(step.Name, StringComparison.Ordinal)) is { } step)
                partial = step.Name;
            return partial == $"{days[1]:yyyy-MM-dd}";
        }, iter: 300);

    [Theory]
    [InlineData("date_of_birth", "", 1927)]
    [InlineData("q7", "Itariki y'amavuko", 1927)]
    [InlineData("q7", "Date de naissance", 1927)]
    [InlineData("visit", "Day of the visit", 2017)]
    public void A_birth_may_be_long_ago(string name, string label, int year)
    {
        var question = Asking.Question(QuestionType.Date) with { Name = name, Labels = new Dictionary<string, string> { [""] = label } };
        Assert.Equal(new DateOnly(year, 1, 1), CalendarSteps.Likely(question, Asking.Today).Min);
    }

    [Theory]
    [InlineData("", "1991", null, "1991")]
    [InlineData("199", "1991", null, "1991")]
    [InlineData("199", "91", null, "1991")]
    [InlineData("199", "1", null, "1991")]
    [InlineData("1991", "nyakanga", null, "1991-07")]
    [InlineData("1991", "7", null, "1991-07")]
    [InlineData("1991", "14 juillet", "1991-07-14", null)]
    [InlineData("1991-07", "14", "1991-07-14", null)]
    [InlineData("1991-07", "3 mai 2024", "2024-05-03", null)]
    [InlineData("1991-07", "2001", null, "2001")]
    [InlineData("1991-07", "32", null, "1991-07")]
    [InlineData("1991", "football", null, "1991")]
    public void A_typed_step_goes_on_from_the_one_before(string partial, string text, string? value, string? next)
    {
        var read = CalendarSteps.Read(partial, text, Asking.Today);
        Assert.Equal((value, next), (read.Value, read.Partial));
    }
}
