using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Observing;

namespace RbcBot.Tests.Bot.Observing;

public sealed class ChannelWatchTests
{
    readonly FakeTimeProvider clock = new();
    readonly ChannelWatch watch;

    public ChannelWatchTests() => watch = new ChannelWatch(clock);

    [Fact]
    public void A_line_that_stutters_is_not_down()
    {
        Fail(3);
        Assert.Empty(watch.Down);
    }

    [Fact]
    public void One_fault_and_a_long_silence_is_not_down()
    {
        Fail(1);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(watch.Down);
    }

    [Fact]
    public void Three_faults_over_a_minute_are_down_until_it_answers()
    {
        Fail(3);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("telegram", Assert.Single(watch.Down).Says, StringComparison.Ordinal);
        watch.Answered("telegram");
        Assert.Empty(watch.Down);
    }

    void Fail(int times)
    {
        for (var time = 0; time < times; time++)
            watch.Failed("telegram", "HTTP 502");
    }
}
