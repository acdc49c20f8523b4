using RbcBot.Bot.Storage;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Channels;
using RbcBot.Bot.Channels.Telegram;

namespace RbcBot.Tests.Channels;

public sealed class TelegramPaceTests
{
    readonly FakeTimeProvider clock = new();
    readonly Pace pace;

    public TelegramPaceTests() => pace = new Pace(new TelegramOptions().Limits, clock, new OwnPace(clock));

    [Fact]
    public void Three_messages_go_to_a_chat_at_once_and_the_fourth_after_a_second()
    {
        var waits = Enumerable.Range(0, 4).Select(_ => Wait("7")).ToList();
        clock.Advance(TimeSpan.FromSeconds(0.99));
        Assert.Equal([true, true, true, false], waits.Select(wait => wait.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(0.01));
        Assert.True(waits[3].IsCompleted);
    }

    [Fact]
    public void A_quiet_chat_has_its_three_again()
    {
        for (var count = 0; count < 3; count++)
            Wait("7");
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.All(Enumerable.Range(0, 3).Select(_ => Wait("7")).ToList(), wait => Assert.True(wait.IsCompleted));
    }

    [Fact]
    public void All_chats_together_get_25_a_second()
    {
        var waits = Enumerable.Range(0, 100).Select(chat => Wait($"{chat}")).ToList();
        Assert.Equal(25, waits.Count(wait => wait.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(50, waits.Count(wait => wait.IsCompleted));
    }

    [Fact]
    public void Who_may_send_more_sends_more()
    {
        var paid = new Pace(new PaceLimits("telegram", 100, 10), clock, new OwnPace(clock));
        var waits = Enumerable.Range(0, 120).Select(number => paid.WaitAsync($"{number % 60}", CancellationToken.None)).ToList();
        Assert.Equal(100, waits.Count(wait => wait.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.All(waits, wait => Assert.True(wait.IsCompleted));
    }

    [Fact]
    public async Task After_too_fast_nobody_is_held_but_told_the_time_and_other_chats_go_on()
    {
        pace.Pause("7", TimeSpan.FromSeconds(17));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((TimeSpan.FromSeconds(15), TimeSpan.Zero), (await Wait("7"), await Wait("8")));
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(TimeSpan.Zero, await Wait("7"));
    }

    Task<TimeSpan> Wait(string chat) => pace.WaitAsync(chat, CancellationToken.None);
}
