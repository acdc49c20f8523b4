using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Storage;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Tests.Bot.Observing;

public sealed class CheckupTests : IDisposable
{
    const long Wanted = 200, Enough = 1000;

    readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 3, 8, 10, 0, 0, TimeSpan.Zero));
    readonly SickStore store = new();
    readonly Readiness readiness = new() { IsReady = true };
    readonly ChannelWatch channels;
    readonly Checkup checkup;
    long free = Enough;

    public CheckupTests()
    {
        channels = new ChannelWatch(clock);
        checkup = new Checkup(readiness, new StoreCheck(store, store, new FreeDisk(() => free), Wanted), channels, Residency.Usual, clock);
    }

    public void Dispose() => checkup.Dispose();

    [Fact]
    public Task Nothing_is_wrong_with_a_sound_bot() => FindsAsync(isReady: true);

    [Fact]
    public Task Before_it_has_come_up_it_is_not_ready()
    {
        readiness.IsReady = false;
        return FindsAsync(isReady: false, "503.2");
    }

    [Theory]
    [InlineData("Broken", false, "503.3")]
    [InlineData("ReadOnly", false, "503.4")]
    [InlineData("Struggling", true, "503.8")]
    public Task Trouble_of_the_store_is_told(string trouble, bool isReady, string id)
    {
        store.Trouble = Enum.Parse<StoreTrouble>(trouble);
        return FindsAsync(isReady, id);
    }

    [Fact]
    public Task Too_little_room_on_the_disk_stops_it()
    {
        free = Wanted - 1;
        return FindsAsync(isReady: false, "503.5");
    }

    [Fact]
    public Task A_channel_that_is_down_does_not_stop_the_others()
    {
        for (var fault = 0; fault < 3; fault++)
            channels.Failed("telegram", "ConnectionError");
        clock.Advance(TimeSpan.FromMinutes(1));
        return FindsAsync(isReady: true, "503.6");
    }

    [Fact]
    public Task A_message_that_waits_for_more_than_a_minute_is_told()
    {
        store.WaitingSince = clock.GetUtcNow() - TimeSpan.FromSeconds(61);
        return FindsAsync(isReady: true, "503.7");
    }

    [Fact]
    public Task A_store_that_cannot_count_is_told_by_its_trouble_alone()
    {
        (store.Trouble, store.IsDumb) = (StoreTrouble.Broken, true);
        return FindsAsync(isReady: false, "503.3");
    }

    [Fact]
    public async Task Within_a_second_the_store_is_asked_once()
    {
        await checkup.AskAsync(default);
        await checkup.AskAsync(default);
        Assert.Equal(1, store.Asked);
        clock.Advance(TimeSpan.FromSeconds(1.1));
        await checkup.AskAsync(default);
        Assert.Equal(2, store.Asked);
    }

    async Task FindsAsync(bool isReady, params string[] ids)
    {
        var diagnosis = await checkup.AskAsync(default);
        Assert.Equal(ids, diagnosis.Problems.Select(problem => problem.Id));
        Assert.Equal(isReady, diagnosis.IsReady);
    }
}
