using Microsoft.Extensions.Time.Testing;
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

    [Fact]
    public async Task What_is_below_zero_goes_before_its_own_lane_but_not_before_what_is_taken()
    {
        var lanes = new Lanes<string>(clock, item => item);
        foreach (var item in new[] { "1", "2" })
            lanes.Add("lane", item, rank: 0, clock.GetUtcNow());
        lanes.Add("other", "3", rank: 0, clock.GetUtcNow());
        lanes.Add("lane", "urgent", rank: -1, clock.GetUtcNow());
        lanes.Add("lane", "urgent too", rank: -1, clock.GetUtcNow());
        Assert.Equal("urgent", await lanes.NextAsync(default));
        lanes.Add("lane", "urgent three", rank: -1, clock.GetUtcNow());
        lanes.Done("lane", "urgent");
        Assert.Equal(["urgent too", "urgent three", "3", "1", "2"], await AllAsync(lanes));
    }

    [Fact]
    public async Task What_comes_again_later_lets_the_urgent_go_first()
    {
        var lanes = new Lanes<string>(clock, item => item);
        lanes.Add("lane", "1", rank: 0, clock.GetUtcNow());
        Assert.Equal("1", await lanes.NextAsync(default));
        lanes.Add("lane", "urgent", rank: -1, clock.GetUtcNow());
        lanes.Again("lane", "1", clock.GetUtcNow().AddMinutes(1));
        Assert.Equal("urgent", await lanes.NextAsync(default));
        lanes.Done("lane", "urgent");
        var next = lanes.NextAsync(default).AsTask();
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("1", await next);
    }

    [Fact]
    public async Task Urgent_wakes_a_lane_that_rests()
    {
        var lanes = new Lanes<string>(clock, item => item);
        lanes.Add("lane", "1", rank: 0, clock.GetUtcNow().AddMinutes(1));
        lanes.Add("lane", "urgent", rank: -1, clock.GetUtcNow());
        Assert.Equal("urgent", await lanes.NextAsync(default));
    }

    [Fact]
    public async Task What_stands_behind_an_item_that_is_dropped_goes_with_it_and_comes_again_in_its_order()
    {
        var lanes = new Lanes<string>(clock, item => item);
        foreach (var item in (string[])["1", "2"])
            lanes.Add("lane", item, rank: 0, clock.GetUtcNow());
        lanes.Drop("lane", await lanes.NextAsync(default));
        Assert.Equal((false, 0, false), (lanes.IsReady, lanes.Count, lanes.Has("2")));
        foreach (var item in (string[])["1", "2", "4"])
            lanes.Add("lane", item, rank: 0, clock.GetUtcNow());
        Assert.Equal(["1", "2", "4"], await AllAsync(lanes));
    }

    [Fact]
    public async Task Alarm_that_rings_while_it_is_set_is_heard()
    {
        var hasty = new HastyClock();
        var lanes = new Lanes<string>(hasty, item => item);
        lanes.Add("lane", "1", rank: 0, hasty.GetUtcNow());
        Assert.Equal("1", await lanes.NextAsync(default));
        lanes.Again("lane", "1", hasty.GetUtcNow().AddSeconds(1));
        Assert.True(lanes.IsReady);
    }

    async Task<List<string>> AllAsync(Lanes<string> lanes)
    {
        List<string> all = [];
        while (lanes.IsReady)
        {
            all.Add(await lanes.NextAsync(default));
            lanes.Done(all[^1] == "3" ? "other" : "lane", all[^1]);
        }
        return all;
    }

    /// <summary>A clock on which all the time passes before the alarm is in anybody's hand.</summary>
    sealed class HastyClock() : FakeTimeProvider(Sample.Noon)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var alarm = base.CreateTimer(callback, state, dueTime, period);
            Advance(dueTime);
            return alarm;
        }
    }
}
