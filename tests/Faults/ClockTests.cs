using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Reminders;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Architecture;
using RbcBot.Tests.Stores;
using RbcBot.Tests.Stores.LiteDb;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Faults;

/// <summary>F13: a clock that jumps, and days that are special, neither lose a reminder nor send it twice, and the quiet hours hold.</summary>
public sealed class ClockTests : IDisposable
{
    static readonly TimeSpan[] Jumps =
        [TimeSpan.FromHours(2), -TimeSpan.FromHours(2), TimeSpan.FromDays(1), -TimeSpan.FromDays(1), -TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6)];

    static readonly string[] LocalTimes = ["DateTime.Now", "DateTimeOffset.Now", "TimeZoneInfo.Local", ".ToLocalTime(", ".LocalDateTime", "DateTime.Today"];

    readonly LiteDbPlace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("2027-03-28T00:30Z")] // summer time begins in Brussels
    [InlineData("2027-10-31T00:30Z")] // and ends
    [InlineData("2028-02-29T11:00Z")]
    [InlineData("2027-12-31T21:59Z")]
    public async Task A_reminder_fires_once_however_the_clock_jumps_around_its_time(string at)
    {
        var due = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        await RemindAtAsync(due);
        place.Clock.AdjustTime(due - TimeSpan.FromMinutes(1));
        foreach (var jump in Jumps.Concat(Jumps))
        {
            await FireAsync();
            place.Clock.AdjustTime(place.Clock.GetUtcNow() + jump);
        }

        await FireAsync();
        Assert.Equal([due], (await place.Ports.Inbox.UnhandledAsync(default)).Count == 1 ? [(await place.Ports.Inbox.NextAsync(default)).Inbound.At] : []);
    }

    [Fact]
    public async Task A_reminder_that_was_missed_while_the_bot_was_down_fires_once_after_the_start()
    {
        await RemindAtAsync(Noon.AddDays(2));
        place.Clock.AdjustTime(Noon.AddDays(9));
        place.Reopen();
        await FireAsync();
        await FireAsync();
        Assert.Single(await place.Ports.Inbox.UnhandledAsync(default));
    }

    [Fact]
    public async Task A_message_that_waits_goes_soon_after_a_start_though_the_clock_was_set_back()
    {
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next, "Muraho"));
        place.Clock.AdjustTime(Noon.AddDays(-1));
        place.Reopen();
        place.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(place.Ports.Outbox.NextAsync(default).AsTask().IsCompleted);
    }

    [Fact]
    public void Quiet_hours_hold_at_every_hour_of_two_years()
    {
        for (var hour = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero); hour.Year < 2029; hour += TimeSpan.FromMinutes(30))
        {
            var next = QuietHours.ByRule.NextAllowed(hour);
            Assert.True(next >= hour && QuietHours.ByRule.Allows(next) && KigaliTime.Of(next).Hour is >= QuietHours.FirstHour and < QuietHours.LastHour, $"{hour:O} gave {next:O}");
        }
    }

    [Fact]
    public void Nothing_asks_what_time_it_is_where_the_machine_stands() => Assert.DoesNotContain(
        new[] { "core", "bot", "admin" }.SelectMany(folder => House.Files(folder, "*.cs")),
        file => LocalTimes.Any(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)));

    Task FireAsync() => new ReminderWorker(place.Ports.Reminders, place.Clock, NullLogger<ReminderWorker>.Instance).RemindAsync(default);

    Task RemindAtAsync(DateTimeOffset due) =>
        place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next) with { Reminders = [new Reminder("s", "remind:s/1/0", due)] });
}
