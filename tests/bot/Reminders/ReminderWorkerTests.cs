using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Reminders;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Stores;
using RbcBot.Tests.Stores.LiteDb;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Bot.Reminders;

public sealed class ReminderWorkerTests : IDisposable
{
    readonly LiteDbPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task What_is_due_is_heard_like_anything_said()
    {
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next) with { Reminders = [new Reminder("lesson", "lesson:EPI-01", Noon.AddDays(1))] });
        using var worker = new ReminderWorker(place.Ports.Reminders, place.Clock, NullLogger<ReminderWorker>.Instance);
        place.Clock.Advance(TimeSpan.FromDays(1));
        await worker.RemindAsync(default);
        await worker.RemindAsync(default);
        Assert.Equal(Said.Due("lesson:EPI-01"), (await place.Ports.Inbox.NextAsync(default)).Inbound.Said);
        Assert.Single(await place.Ports.Inbox.UnhandledAsync(default));
    }
}
