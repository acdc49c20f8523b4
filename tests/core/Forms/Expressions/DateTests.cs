namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class DateTests
{
    readonly SmallForm form = new();

    [Theory]
    [InlineData("today()", "2026-01-15")]
    [InlineData("now()", "2026-01-15T09:00:00.000+02:00")]
    [InlineData("date(today() - 7)", "2026-01-08")]
    [InlineData("date(0)", "1970-01-01T02:00:00.000+02:00")]
    [InlineData("date('2026-1-5')", "2026-01-05")]
    [InlineData("date('2026-02-30')", "")]
    [InlineData("int((today() - ${born}) div 365.25)", "34")]
    [InlineData("format-date(today() + 1, '%e %b %Y, %a')", "16 Jan 2026, Fri")]
    [InlineData("format-date-time('2026-01-10T23:30:05Z', '%d/%n %H:%M:%S %%')", "11/1 01:30:05 %")]
    public void Dates_are_days_in_the_zone_of_the_form(string expression, string text) => Assert.Equal(text, form.Text(expression));

    [Theory]
    [InlineData("${born} < today()")]
    [InlineData("today() = '2026-01-15'")]
    [InlineData("'2026-02-01' - '2026-01-15' = 17")]
    [InlineData("today() != 'soon'")]
    public void Dates_compare_as_numbers(string expression) => Assert.True(form.Truth(expression));

    [Fact]
    public void Decimal_date_time_tells_the_zone() => Assert.Equal(0.9167, form.Number("decimal-date-time('1970-01-02')"), 4);
}
