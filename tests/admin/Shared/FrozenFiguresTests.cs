using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Admin.Shared;
using RbcBot.Tests.Faults.Simulation;

namespace RbcBot.Tests.Admin.Shared;

public sealed class FrozenFiguresTests : IDisposable
{
    const int Many = FrozenFigures.AwaitedUpTo + 1;

    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    readonly FakeTimeProvider clock = new(Noon);
    readonly SimulatedLife life = new();
    readonly FrozenFigures figures;
    int runs;

    public FrozenFiguresTests() => figures = new FrozenFigures(clock, life, NullLogger<FrozenFigures>.Instance);

    public void Dispose()
    {
        life.StopApplication();
        figures.Dispose();
        life.Dispose();
    }

    [Fact]
    public async Task Those_over_little_are_of_now_each_time()
    {
        Assert.Equal(new Frozen<string>("1", null), await AskAsync("a", FrozenFigures.FreshUpTo));
        Assert.Equal(new Frozen<string>("2", null), await AskAsync("a", FrozenFigures.FreshUpTo));
    }

    [Fact]
    public async Task Those_over_more_are_waited_for_by_the_first_and_then_good_for_a_minute()
    {
        Assert.Equal(new Frozen<string>("1", Noon), await AskAsync("a", FrozenFigures.FreshUpTo + 1));
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(new Frozen<string>("1", Noon), await AskAsync("a", FrozenFigures.AwaitedUpTo));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Those_over_much_are_worked_out_aside_and_good_for_a_minute()
    {
        using var gate = new ManualResetEventSlim();
        Assert.Equal(new Frozen<string>(null, null), await AskAsync("a", Many, gate.Wait));
        gate.Set();
        Assert.Equal(new Frozen<string>("1", Noon), await ShownAsync("a", "1"));
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(new Frozen<string>("1", Noon), await AskAsync("a"));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Old_ones_are_shown_until_new_ones_are_there()
    {
        await ShownAsync("a", "1");
        clock.Advance(TimeSpan.FromSeconds(61));
        using var gate = new ManualResetEventSlim();
        Assert.Equal("1", (await AskAsync("a", Many, gate.Wait)).Value);
        gate.Set();
        Assert.Equal(new Frozen<string>("2", Noon.AddSeconds(61)), await ShownAsync("a", "2"));
    }

    [Fact]
    public async Task What_took_long_is_good_for_twenty_times_as_long()
    {
        await ShownAsync("slow", "1", () => clock.Advance(TimeSpan.FromSeconds(30)));
        clock.Advance(TimeSpan.FromMinutes(9));
        await AskAsync("slow");
        Assert.Equal(1, runs);
        clock.Advance(TimeSpan.FromMinutes(2));
        await ShownAsync("slow", "2");
    }

    [Fact]
    public async Task What_failed_is_tried_again_after_a_minute_and_not_before()
    {
        await AskAsync("a", Many, () => throw new InvalidOperationException("no"));
        await UntilAsync(() => Task.FromResult(runs == 1));
        await AskAsync("a");
        Assert.Equal(1, runs);
        await UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(61));
            return (await AskAsync("a")).Value is not null;
        });
    }

    [Fact]
    public async Task One_is_worked_out_at_a_time()
    {
        var gate = new TaskCompletionSource();
        var (inside, most) = (0, 0);
        foreach (var name in new[] { "a", "b", "c" })
            await figures.OfAsync(name, Many, async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await gate.Task;
                Interlocked.Decrement(ref inside);
                Interlocked.Increment(ref runs);
                return name;
            }, default);
        gate.SetResult();
        await UntilAsync(() => Task.FromResult(runs == 3));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Of_too_many_the_oldest_go_and_those_in_work_stay()
    {
        var gate = new TaskCompletionSource();
        for (var number = 0; number < 59; number++)
        {
            await ShownAsync($"n{number}", $"{runs + 1}");
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        await figures.OfAsync("in work", Many, async _ =>
        {
            await gate.Task;
            return "done";
        }, default);
        await AskAsync("one more");
        await AskAsync("one more");
        gate.SetResult();
        await UntilAsync(async () => (await AskAsync("in work")).Value == "done");
        Assert.NotEqual("1", (await AskAsync("n0")).Value); // at once, or worked out anew
        Assert.Equal("59", (await AskAsync("n58")).Value);
    }

    async Task<Frozen<string>> ShownAsync(string name, string value, Action? first = null)
    {
        await UntilAsync(async () => (await AskAsync(name, Many, first)).Value == value);
        return await AskAsync(name);
    }

    Task<Frozen<string>> AskAsync(string name, int rows = Many, Action? first = null) => figures.OfAsync(name, rows, _ =>
    {
        var number = Interlocked.Increment(ref runs);
        first?.Invoke();
        return Task.FromResult($"{number}");
    }, default);

    static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var look = 0; look < 1000 && !await isSo(); look++)
            await Task.Delay(5);
        Assert.True(await isSo());
    }
}
