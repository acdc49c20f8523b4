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

    [Fact]
    public async Task What_waits_or_is_on_its_way_is_counted_by_line()
    {
        var lanes = new Lanes<string>(clock, item => item, item => item[..1]);
        foreach (var item in new[] { "a1", "a2", "b1", "b2" })
            lanes.Add("lane of " + item, item, rank: 0, clock.GetUtcNow());
        lanes.Add("lane of b2", "b3", rank: 0, clock.GetUtcNow());
        var first = await lanes.NextAsync(default);
        Assert.Equal(new Dictionary<string, int> { ["a"] = 2, ["b"] = 3 }, lanes.CountByLine());
        lanes.Done("lane of " + first, first);
        Assert.Equal(4, lanes.CountByLine().Values.Sum());
    }
}
