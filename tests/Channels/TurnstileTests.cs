using RbcBot.Bot.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Channels;

public sealed class TurnstileTests
{
    [Fact]
    public void Moments_that_come_late_and_together_let_no_more_go_than_a_second_allows()
    {
        var clock = new EventClock(Sample.Noon);
        var turnstile = new Turnstile(80, clock);
        var passes = Enumerable.Range(0, 100).Select(_ => GoAsync(turnstile)).ToList();
        clock.Advance(TimeSpan.FromSeconds(1.99));
        Assert.Equal(80, passes.Count(pass => pass.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.All(passes, pass => Assert.True(pass.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Who_passed_and_has_not_left_counts_and_a_second_from_when_it_left()
    {
        var clock = new EventClock(Sample.Noon);
        var turnstile = new Turnstile(1, clock);
        await turnstile.PassAsync(TimeSpan.Zero, Precedence.Reply, default);
        var next = turnstile.PassAsync(TimeSpan.Zero, Precedence.Reply, default);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.False(next.IsCompleted);
        turnstile.Leave();
        clock.Advance(TimeSpan.FromSeconds(0.99));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(next.IsCompletedSuccessfully);
    }

    static async Task GoAsync(Turnstile turnstile)
    {
        await turnstile.PassAsync(TimeSpan.FromSeconds(1), Precedence.Reply, default);
        turnstile.Leave();
    }
}
