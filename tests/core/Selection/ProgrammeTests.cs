using System.Diagnostics;
using System.Text.Json;
using RbcBot.Core.Selection;
using Xunit.Abstractions;

namespace RbcBot.Tests.Core.Selection;

public sealed class ProgrammeTests(ITestOutputHelper output)
{
    static readonly Lazy<Panel> Panel = new(() => ChoosePanel.Of(Pool.Of(240), Pool.Rules, CancellationToken.None));

    [Fact]
    public void Ten_coaches_and_two_modules_of_forty_are_proved_best_in_five_seconds()
    {
        var clock = Stopwatch.StartNew();
        var panel = ChoosePanel.Of(Pool.Of(240), Pool.Rules, CancellationToken.None);
        output.WriteLine($"{clock.ElapsedMilliseconds} ms, merit {panel.TotalMerit}");
        Assert.Equal(Proof.Optimal, panel.Proof);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void All_ninety_seats_are_taken_by_different_people() =>
        Assert.Equal(90, Panel.Value.Seats.Select(seat => seat.Person).Distinct().Count());

    [Fact]
    public void No_rule_is_broken_in_the_recount() => Assert.DoesNotContain(Panel.Value.Checks, check => check.Slack < 0);

    [Fact]
    public void What_binds_is_named() => Assert.Contains(Panel.Value.Checks, check => check.Binds && check.Rule.Kind != RuleKind.Seats);

    [Fact]
    public void The_files_order_decides_nothing() =>
        Assert.Equal(Panel.Value.Seats, ChoosePanel.Of([.. Pool.Of(240).Reverse()], Pool.Rules, CancellationToken.None).Seats);

    [Fact]
    public void A_reserve_steps_in_without_breaking_a_rule()
    {
        var people = Pool.Of(240).ToDictionary(person => person.Id);
        var reserve = Panel.Value.Reserve.First(one => one.Programme == "epilepsy");
        var seats = Panel.Value.Seats.Select(seat => seat.Person == reserve.CanReplace[0] ? seat with { Person = reserve.Person } : seat);
        Assert.DoesNotContain(Recount.Of([.. Panel.Value.Checks.Select(check => check.Rule)], people, [.. seats]), check => check.Slack < 0);
    }

    [Fact]
    public void The_best_of_those_who_do_not_sit_is_told_why()
    {
        var clock = Stopwatch.StartNew();
        var best = Pool.Of(240).Where(person => Panel.Value.Seats.All(seat => seat.Person != person.Id)).MaxBy(person => person.Merit)!;
        var why = Explanation.Of(Pool.Of(240), Pool.Rules, Panel.Value, best.Id, CancellationToken.None);
        output.WriteLine($"{clock.ElapsedMilliseconds} ms: {why.Why} {why.MeritLost} {string.Join(", ", why.Rules)}");
        Assert.Contains(why.Why, new[] { Why.Merit, Why.Rule, Why.TieBreak });
    }

    [Fact]
    public void A_run_comes_back_from_JSON_as_it_was()
    {
        var run = new SelectionRun("s1", DateTimeOffset.UnixEpoch, "Aline", Pool.Rules, Pool.Of(240), Panel.Value, null, null);
        var json = JsonSerializer.Serialize(run);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<SelectionRun>(json)));
    }
}
