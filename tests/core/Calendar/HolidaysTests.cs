using RbcBot.Core.Calendar;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Calendar;

public sealed class HolidaysTests
{
    [Fact]
    public void The_holidays_of_2026_are_those_of_the_order() =>
        Assert.Equal(
            ["01-01", "01-02", "02-01", "04-03", "04-06", "04-07", "05-01", "07-01", "07-04", "08-07", "08-15", "12-25", "12-26"],
            Days(2026, inLieu: false));

    [Fact]
    public void The_days_in_lieu_of_2026_are_those_of_the_reference() => Assert.Equal(["02-02", "07-06", "08-17", "12-28"], Days(2026, inLieu: true));

    [Fact]
    public void Seventh_of_April_on_a_Sunday_is_not_made_up_for() => Assert.DoesNotContain("04-08", Days(2024, inLieu: true));

    [Fact]
    public void Two_holidays_on_one_weekend_are_made_up_for_once() => Assert.Equal(["12-27"], Days(2027, inLieu: true).Where(day => day.StartsWith("12", StringComparison.Ordinal)));

    [Fact]
    public void A_day_in_lieu_is_never_itself_a_holiday() => Assert.Contains("01-03", Days(2023, inLieu: true));

    [Fact]
    public void A_holiday_announced_on_another_one_gives_the_next_working_day() =>
        Assert.Contains("05-04", Days(2026, inLieu: true, new Holiday(new DateOnly(2026, 5, 1), "calendar.eid-al-adha")));

    [Fact]
    public void Umuganura_is_the_first_Friday_of_August() =>
        Assert.Equal(("08-01", "08-07"), (Umuganura(2025), Umuganura(2026)));

    [Theory]
    [InlineData(2024, "04-01")]
    [InlineData(2025, "04-21")]
    [InlineData(2027, "03-29")]
    [InlineData(2038, "04-26")]
    public void Easter_Monday_follows_the_moon(int year, string day) =>
        Assert.Contains(Holidays.Of(year, []), holiday => holiday.NameKey == "calendar.easter-monday" && $"{holiday.Day:MM-dd}" == day);

    [Fact]
    public void Every_holiday_has_a_name_in_every_language() =>
        Assert.All(Holidays.Of(2026, []), holiday => Assert.All(Languages.All, language => Assert.True(Text.Has(language, holiday.NameKey))));

    [Fact]
    public void The_first_and_the_last_year_have_holidays() => Assert.Equal((true, true), (Holidays.Of(1, []).Count > 0, Holidays.Of(9999, []).Count > 0));

    static string Umuganura(int year) => $"{Holidays.Of(year, []).Single(holiday => holiday.NameKey == "calendar.umuganura").Day:MM-dd}";

    static List<string> Days(int year, bool inLieu, params Holiday[] announced) =>
        [.. Holidays.Of(year, announced).Where(holiday => holiday.IsInLieu == inLieu).Select(holiday => $"{holiday.Day:MM-dd}")];
}
