using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class RemindersContract(IStorePlace place) : IDisposable
{
    static readonly DateTimeOffset Later = Noon.AddHours(2);

    IReminders Reminders => place.Ports.Reminders;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Reminder_is_heard_at_its_time_and_not_before()
    {
        await RemindAsync("1", Later);
        place.Reopen();
        Assert.Equal(0, await Reminders.FireAsync(Later.AddTicks(-1), default));
        Assert.Equal(1, await Reminders.FireAsync(Later, default));
        var heard = (await place.Ports.Inbox.NextAsync(default)).Inbound;
        Assert.Equal((Chat, Said.Due("lesson:EPI-01"), Later), (heard.From, heard.Said, heard.At));
    }

    [Fact]
    public async Task Reminder_put_again_moves()
    {
        await RemindAsync("1", Later);
        await RemindAsync("2", Later.AddDays(1));
        Assert.Equal(0, await Reminders.FireAsync(Later, default));
        Assert.Equal(1, await Reminders.FireAsync(Later.AddDays(1), default));
    }

    [Fact]
    public async Task Reminder_without_a_time_is_taken_away()
    {
        await RemindAsync("1", Later);
        await RemindAsync("2", null);
        Assert.Equal(0, await Reminders.FireAsync(Later, default));
    }

    [Fact]
    public async Task Reminder_fires_once()
    {
        await RemindAsync("1", Later);
        await Task.WhenAll(Reminders.FireAsync(Later, default), Reminders.FireAsync(Later, default));
        place.Reopen();
        Assert.Equal(0, await Reminders.FireAsync(Later, default));
        Assert.Single(await place.Ports.Inbox.UnhandledAsync(default));
    }

    [Fact]
    public async Task Same_reminder_at_another_time_is_heard_again()
    {
        await RemindAsync("1", Later);
        await Reminders.FireAsync(Later, default);
        await RemindAsync("2", Later.AddDays(1), await place.Ports.Inbox.NextAsync(default));
        Assert.Equal(1, await Reminders.FireAsync(Later.AddDays(1), default));
    }

    [Fact]
    public async Task Same_reminder_at_the_same_time_is_heard_again_for_the_clock_may_have_been_set_back()
    {
        await RemindAsync("1", Later);
        await Reminders.FireAsync(Later, default);
        await RemindAsync("2", Later, await place.Ports.Inbox.NextAsync(default));
        Assert.Equal(1, await Reminders.FireAsync(Later, default));
        Assert.Equal(Later, (await place.Ports.Inbox.NextAsync(default)).Inbound.At);
    }

    [Fact]
    public async Task More_than_one_batch_is_heard_whole()
    {
        for (var person = 0; person < 1100; person++)
            await place.Ports.TurnAsync(Text(new("telegram", $"{person}"), "1"), next => Turn(next) with { Reminders = [new Reminder("lesson", "lesson:EPI-01", Later)] });
        var heard = 0;
        while (await Reminders.FireAsync(Later, default) is > 0 and var some)
            heard += some;
        Assert.Equal(1100, heard);
    }

    Task RemindAsync(string id, DateTimeOffset? due) => place.Ports.TurnAsync(Text(Chat, id), next => Reminding(next, due));

    async Task RemindAsync(string id, DateTimeOffset? due, Waiting before)
    {
        await place.Ports.Turns.CommitAsync(before, Turn(await place.Ports.Turns.LoadAsync(before.Person, Chat, default)), default);
        await RemindAsync(id, due);
    }

    static Turn Reminding(Conversation next, DateTimeOffset? due) => Turn(next) with { Reminders = [new Reminder("lesson", "lesson:EPI-01", due)] };
}
