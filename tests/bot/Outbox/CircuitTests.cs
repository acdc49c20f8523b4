using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Outbox;

namespace RbcBot.Tests.Bot.Outbox;

public sealed class CircuitTests
{
    readonly FakeTimeProvider clock = new();
    readonly Circuit circuit;

    public CircuitTests() => circuit = new Circuit(clock);

    [Fact]
    public void What_a_provider_says_to_all_keeps_all_back_until_the_time_is_over()
    {
        circuit.Hold(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.FromSeconds(30), circuit.Ask(0));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, circuit.Ask(0));
    }

    [Fact]
    public void Four_failures_and_a_success_leave_it_closed()
    {
        Fail(4);
        circuit.Tell(isUp: true, 0.5);
        Fail(4);
        Assert.Equal(TimeSpan.Zero, circuit.Ask(0));
    }

    [Fact]
    public void Five_failures_in_a_row_open_it_once()
    {
        Assert.Equal([false, false, false, false, true, false], Fail(6));
        Assert.True(circuit.Ask(0) > TimeSpan.Zero);
    }

    [Fact]
    public void After_the_pause_one_probe_goes_and_the_others_wait()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, false, false], [circuit.Ask(0) == TimeSpan.Zero, circuit.Ask(0) == TimeSpan.Zero, circuit.Ask(0) == TimeSpan.Zero]);
    }

    [Fact]
    public void A_probe_that_comes_through_opens_the_way_for_all()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(1));
        circuit.Ask(0);
        circuit.Tell(isUp: true, 0.5);
        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal(TimeSpan.Zero, circuit.Ask(0)));
    }

    [Fact]
    public void Pauses_double_up_to_a_minute() => Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Pauses(chance: 0.5));

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(1, 1.25)]
    public void Chance_makes_a_pause_a_quarter_shorter_or_longer(double chance, double first) => Assert.Equal(first, Pauses(chance)[0]);

    [Fact]
    public void A_late_failure_takes_no_probe_away()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(1));
        circuit.Tell(isUp: false, 0.5);
        Assert.NotNull(circuit.Rest(0));
        Assert.Equal(TimeSpan.Zero, circuit.Ask(0));
    }

    List<bool> Fail(int times) => [.. Enumerable.Range(0, times).Select(_ => circuit.Tell(isUp: false, 0.5))];

    List<double> Pauses(double chance)
    {
        for (var time = 0; time < Circuit.MostFailures; time++)
            circuit.Tell(isUp: false, chance);
        var pauses = new List<double>();
        for (var time = 0; time < 8; time++)
        {
            var since = clock.GetUtcNow();
            while (circuit.Ask(0) > TimeSpan.Zero)
                clock.Advance(TimeSpan.FromSeconds(0.25));
            pauses.Add((clock.GetUtcNow() - since).TotalSeconds);
            circuit.Tell(isUp: false, chance);
        }

        return pauses;
    }
}
