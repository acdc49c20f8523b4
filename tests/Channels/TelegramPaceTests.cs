using RbcBot.Bot.Channels;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Channels;

public sealed class TelegramPaceTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly EventClock clock = new(Sample.Noon);
    readonly Pace pace;

    public TelegramPaceTests() => pace = new Pace(new TelegramOptions().Limits, clock, new OwnPace(clock));

    [Fact]
    public void Three_messages_go_to_a_chat_at_once_and_the_fourth_after_a_second()
    {
        var gone = Went(pace, "7", 4);
        Assert.All(gone.Take(3), went => Assert.InRange(went, TimeSpan.Zero, TimeSpan.FromSeconds(0.1)));
        Assert.InRange(gone[3], TimeSpan.FromSeconds(0.99), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public void A_quiet_chat_has_its_three_again()
    {
        Went(pace, "7", 3);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.All(Went(pace, "7", 3), went => Assert.InRange(went, TimeSpan.Zero, TimeSpan.FromSeconds(0.1)));
    }

    [Fact]
    public void All_chats_together_get_25_a_second_and_never_more()
    {
        var gone = Enumerable.Range(0, 200).Select(chat => Noted($"{chat}")).ToList();
        clock.Advance(TimeSpan.FromSeconds(10));
        var moments = gone.Select(one => one.Result).Order().ToList();
        Assert.InRange(moments[^1].TotalSeconds, 199 / 25.0, 200 / 24.25);
        Assert.All(moments.Zip(moments.Skip(25)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_reply_goes_before_nudges_that_wait()
    {
        var nudges = Enumerable.Range(0, 100).Select(chat => Noted($"{chat}", Precedence.Nudge)).ToList();
        var reply = Noted("reply");
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.InRange(await reply, TimeSpan.Zero, TimeSpan.FromSeconds(0.1));
        Assert.All(nudges, nudge => Assert.True(nudge.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Who_gives_up_keeps_nobody_back()
    {
        using var stop = new CancellationTokenSource();
        var first = AskAsync(pace, "1");
        var givesUp = pace.SendAsync("2", Goes, stop.Token);
        var last = AskAsync(pace, "3");
        await stop.CancelAsync();
        clock.Advance(TimeSpan.FromSeconds(0.1));
        var (one, other, end) = (await first.WaitAsync(Patience), await last.WaitAsync(Patience), await givesUp.WaitAsync(Patience));
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero, true), (one, other, end is Throttled { IsOwn: true }));
    }

    [Fact]
    public async Task After_too_fast_nobody_is_held_but_told_the_time_and_other_chats_go_on()
    {
        await pace.SendAsync("7", () => Task.FromResult<Delivery>(new Throttled(TimeSpan.FromSeconds(17))), default);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((TimeSpan.FromSeconds(15), TimeSpan.Zero), (await AskAsync(pace, "7"), await AskAsync(pace, "8")));
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(TimeSpan.Zero, await AskAsync(pace, "7"));
    }

    [Fact]
    public async Task After_too_fast_for_all_nobody_goes_who_waited_already()
    {
        await pace.SendAsync("7", () => Task.FromResult<Delivery>(new Throttled(TimeSpan.FromSeconds(30)) { IsForAll = true }), default);
        Assert.Equal(TimeSpan.FromSeconds(30), await AskAsync(pace, "8"));
        var (first, waits) = (new Pace(new PaceLimits("telegram", 25, 1), clock, new OwnPace(clock)), new List<Task<TimeSpan>>());
        var tooFast = first.SendAsync("0", async () =>
        {
            waits.AddRange(Enumerable.Range(1, 3).Select(chat => AskAsync(first, $"{chat}")));
            await Task.Yield();
            return new Throttled(TimeSpan.FromSeconds(30)) { IsForAll = true };
        }, default);
        await tooFast;
        // Less than a second: what is left may be worked out on another thread, when the clock stands at its end already.
        clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.All(waits, wait => Assert.True(wait.Result > TimeSpan.FromSeconds(29)));
    }

    [Fact]
    public async Task Once_the_line_is_broken_those_who_waited_before_do_not_go_and_who_comes_then_does()
    {
        var waits = Enumerable.Range(10, 20).Select(chat => AskAsync(pace, $"{chat}")).ToList();
        for (var failure = 0; failure < 5; failure++)
            _ = pace.SendAsync($"{failure}", () => Task.FromResult<Delivery>(new Failed("502", IsPermanent: false)), default);
        var behind = Enumerable.Range(100, 20).Select(chat => AskAsync(pace, $"{chat}")).ToList();
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.All(waits, wait => Assert.Equal(TimeSpan.Zero, wait.Result));
        Assert.All(behind, wait => Assert.True(wait.Result > TimeSpan.Zero));
        var probe = AskAsync(pace, "200");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, await probe);
    }

    static Task<Delivery> Goes() => Task.FromResult<Delivery>(new Sent("1"));

    // Zero when it went, else how long it must wait.
    static async Task<TimeSpan> AskAsync(Pace by, string chat, Precedence precedence = Precedence.Reply) =>
        await by.SendAsync(chat, Goes, default, precedence) is Throttled wait ? wait.After : TimeSpan.Zero;

    // When each of some messages to one chat went, one after the other, as a lane sends them.
    List<TimeSpan> Went(Pace by, string chat, int times)
    {
        var all = OneByOneAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        return all.Result;

        async Task<List<TimeSpan>> OneByOneAsync()
        {
            var (began, gone) = (clock.GetUtcNow(), new List<TimeSpan>());
            for (var time = 0; time < times; time++)
            {
                Assert.Equal(TimeSpan.Zero, await AskAsync(by, chat));
                gone.Add(clock.GetUtcNow() - began);
            }
            return gone;
        }
    }

    async Task<TimeSpan> Noted(string chat, Precedence precedence = Precedence.Reply)
    {
        var began = clock.GetUtcNow();
        Assert.Equal(TimeSpan.Zero, await AskAsync(pace, chat, precedence));
        return clock.GetUtcNow() - began;
    }
}
