using RbcBot.Bot.Storage;
using RbcBot.Tests.Faults.Simulation;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Bot.Storage;

public sealed class LanesTests
{
    readonly SimulatedClock clock = new(Sample.Noon, TimeSpan.Zero);

    [Fact]
    public void Who_waits_a_minute_waits_a_minute_though_the_clock_is_set_back()
    {
        var lanes = new Lanes<string>(clock, item => item);
        lanes.Add("lane", "item", rank: 0, clock.GetUtcNow().AddMinutes(1));
        clock.Set(TimeSpan.FromDays(-1), new Random(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(lanes.NextAsync(default).AsTask().IsCompleted);
    }
}
