using System.Globalization;
using CsCheck;
using RbcBot.Core.Calendar;

namespace RbcBot.Tests.Core.Calendar;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-03-05 07:59", false)]
    [InlineData("2026-03-05 08:00", true)]
    [InlineData("2026-03-05 19:59", true)]
    [InlineData("2026-03-05 20:00", false)]
    [InlineData("2026-03-08 12:00", false)]
    [InlineData("2026-03-20 12:00", true)]
    [InlineData("2026-04-07 12:00", false)]
    [InlineData("2026-04-13 12:00", false)]
    [InlineData("2026-04-14 12:00", true)]
    [InlineData("2026-07-06 12:00", false)]
    [InlineData("2026-08-29 11:59", false)]
    [InlineData("2026-08-29 12:00", true)]
    [InlineData("2026-08-22 08:00", true)]
    public void Nudges_go_out_by_day_only(string kigali, bool allowed) => Assert.Equal(allowed, QuietHours.ByRule.Allows(At(kigali)));

    [Theory]
    [InlineData("2026-03-05 10:30", "2026-03-05 10:30")]
    [InlineData("2026-03-05 05:00", "2026-03-05 08:00")]
    [InlineData("2026-03-07 20:00", "2026-03-09 08:00")]
    [InlineData("2026-04-02 21:00", "2026-04-04 08:00")]
    [InlineData("2026-04-06 09:00", "2026-04-14 08:00")]
    [InlineData("2026-10-30 20:00", "2026-10-31 12:00")]
    [InlineData("2026-12-24 20:00", "2026-12-29 08:00")]
    public void A_nudge_waits_for_the_next_open_hour(string kigali, string next) => Assert.Equal(At(next), QuietHours.ByRule.NextAllowed(At(kigali)));

    [Theory]
    [InlineData("2026-03-05 08:00", "2026-03-05 20:00")]
    [InlineData("2026-03-05 19:59", "2026-03-05 20:00")]
    [InlineData("2026-08-29 12:00", "2026-08-29 20:00")]
    [InlineData("2026-03-05 20:00", null)]
    [InlineData("2026-08-29 11:59", null)]
    public void The_open_hours_end_in_the_evening(string kigali, string? end) =>
        Assert.Equal(end is null ? null : At(end), QuietHours.ByRule.EndOfAllowed(At(kigali)));

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2026-02-28")]
    [InlineData("2026-03-28")]
    [InlineData("2026-04-25")]
    [InlineData("2026-05-30")]
    [InlineData("2026-06-27")]
    [InlineData("2026-07-25")]
    [InlineData("2026-08-29")]
    [InlineData("2026-09-26")]
    [InlineData("2026-10-31")]
    [InlineData("2026-11-28")]
    [InlineData("2026-12-26")]
    public void Umuganda_is_on_the_last_Saturday(string day) =>
        Assert.True(QuietHours.ByRule.IsUmuganda(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void An_announced_Eid_is_quiet() =>
        Assert.False(new QuietHours([new Holiday(new DateOnly(2026, 3, 20), "calendar.eid-al-fitr")], new Dictionary<DateOnly, DateOnly>()).Allows(At("2026-03-20 12:00")));

    [Fact]
    public void A_moved_Umuganda_moves_the_quiet_morning()
    {
        var quiet = new QuietHours([], new Dictionary<DateOnly, DateOnly> { [new(2026, 8, 29)] = new(2026, 8, 22) });
        Assert.Equal((true, false), (quiet.Allows(At("2026-08-29 09:00")), quiet.Allows(At("2026-08-22 09:00"))));
    }

    [Fact]
    public void The_next_moment_is_allowed_and_not_before() =>
        Gen.Int[0, 60 * 24 * 3650].Sample(minutes =>
        {
            var moment = At("2024-01-01 00:00").AddMinutes(minutes);
            var next = QuietHours.ByRule.NextAllowed(moment);
            return next >= moment && QuietHours.ByRule.Allows(next) && next - moment < TimeSpan.FromDays(11);
        }, iter: 2_000);

    static DateTimeOffset At(string kigali) =>
        new(DateTime.ParseExact(kigali, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(2));
}
