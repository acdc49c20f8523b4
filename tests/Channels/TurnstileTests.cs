using RbcBot.Bot.Channels;
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
        var passes = Enumerable.Range(0, 100).Select(_ => turnstile.PassAsync(TimeSpan.FromSeconds(1), isNudge: false, default)).ToList();
        clock.Advance(TimeSpan.FromSeconds(1.99));
        Assert.Equal(80, passes.Count(pass => pass.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.All(passes, pass => Assert.True(pass.IsCompletedSuccessfully));
    }
}
