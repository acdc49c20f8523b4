using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class RemindersContract(IStorePlace place) : IDisposable
{
    static readonly DateTimeOffset Later = Noon.AddHours(2);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Reminder_is_due_at_its_time_and_not_before()
    {
        await RemindAsync("1", Later);
        place.Reopen();
        Assert.Empty(await place.Ports.Reminders.DueAsync(Later.AddTicks(-1), default));
        var due = Assert.Single(await place.Ports.Reminders.DueAsync(Later, default));
        Assert.Equal((Chat, Said.Due("lesson:EPI-01"), Later), (due.From, due.Said, due.At));
    }

    [Fact]
    public async Task Reminder_put_again_moves()
    {
        await RemindAsync("1", Later);
        await RemindAsync("2", Later.AddDays(1));
        Assert.Empty(await place.Ports.Reminders.DueAsync(Later, default));
    }

    [Fact]
    public async Task Reminder_without_a_time_is_taken_away()
    {
        await RemindAsync("1", Later);
        await RemindAsync("2", null);
        Assert.Empty(await place.Ports.Reminders.DueAsync(Later, default));
    }

    [Fact]
    public async Task Reminder_accepted_twice_is_heard_once()
    {
        await RemindAsync("1", Later);
        var due = (await place.Ports.Reminders.DueAsync(Later, default))[0];
        Assert.True(await place.Ports.Inbox.AcceptAsync(due, default));
        place.Reopen();
        var again = (await place.Ports.Reminders.DueAsync(Later, default))[0];
        Assert.False(await place.Ports.Inbox.AcceptAsync(again, default));
    }

    [Fact]
    public async Task Reminder_that_is_done_comes_no_more()
    {
        await RemindAsync("1", Later);
        await place.Ports.Reminders.DoneAsync((await place.Ports.Reminders.DueAsync(Later, default))[0], default);
        Assert.Empty(await place.Ports.Reminders.DueAsync(Later, default));
    }

    [Fact]
    public async Task Reminder_that_moved_meanwhile_stays()
    {
        await RemindAsync("1", Later);
        var due = (await place.Ports.Reminders.DueAsync(Later, default))[0];
        await RemindAsync("2", Later.AddDays(1));
        await place.Ports.Reminders.DoneAsync(due, default);
        Assert.Single(await place.Ports.Reminders.DueAsync(Later.AddDays(1), default));
    }

    async Task RemindAsync(string id, DateTimeOffset? due) => await place.Ports.TurnAsync(
        Text(Chat, id), next => Turn(next) with { Reminders = [new Reminder("lesson", "lesson:EPI-01", due)] });
}
