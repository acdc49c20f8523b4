using CsCheck;
using RbcBot.Core.Statistics;

namespace RbcBot.Tests.Core.Statistics;

public sealed class PropertyTests
{
    static readonly Gen<int[]> Differences = Gen.Int[-6, 6].Array[1, 9];

    [Fact]
    public void The_exact_p_is_what_counting_all_signs_gives() => Differences.Sample(differences =>
    {
        var found = SignedRank.Of(differences.Select(difference => (double)difference));
        return differences.All(difference => difference == 0) ? found.P is null : Math.Abs(found.P!.Value - ByCounting(differences)) < 1e-12;
    });

    [Fact]
    public void Turning_all_differences_round_keeps_p_and_swaps_the_sums() => Differences.Sample(differences =>
    {
        var found = SignedRank.Of(differences.Select(difference => (double)difference));
        var turned = SignedRank.Of(differences.Select(difference => (double)-difference));
        return found.P == turned.P && found.Plus == turned.Minus;
    });

    [Fact]
    public void The_order_of_people_does_not_matter() => Differences.Sample(differences =>
    {
        var there = PairedTest.Of(Before(differences), After(differences));
        var back = PairedTest.Of([.. Before(differences).Reverse()], After(differences));
        return there.Typical == back.Typical && there.SignedRank == back.SignedRank;
    });

    [Fact]
    public void Wilsons_interval_holds_the_share() => Gen.Int[0, 60].Select(Gen.Int[1, 60]).Sample((successes, n) =>
    {
        var found = Proportion.Of(Math.Min(successes, n), n);
        return found.Interval!.Value.Low <= found.Share && found.Share <= found.Interval.Value.High;
    });

    [Fact]
    public void No_count_of_a_small_group_follows_from_the_total() => Gen.Int[0, 12].Array[1, 6].Sample(counts =>
    {
        var table = SmallCells.Of([.. counts.Select((count, place) => ($"g{place}", count))]);
        var hidden = counts.Where((_, place) => table.Rows[place].Count is null).ToList();
        return hidden.Count == 0
            ? counts.All(count => count is 0 or >= SmallCells.Threshold)
            : hidden.Count == counts.Count(count => count > 0) || (hidden.Count > 1 && hidden.Sum() >= SmallCells.Threshold);
    });

    static double ByCounting(int[] differences)
    {
        var ranks = differences.Select(one => (2 * differences.Count(other => Math.Abs(other) < Math.Abs(one)))
            + differences.Count(other => Math.Abs(other) == Math.Abs(one)) + 1).ToArray();
        int[] moving = [.. Enumerable.Range(0, ranks.Length).Where(place => differences[place] != 0)];
        var centre = moving.Sum(place => ranks[place]) / 2.0;
        var seen = Math.Abs(moving.Where(place => differences[place] > 0).Sum(place => ranks[place]) - centre);
        var signs = Enumerable.Range(0, 1 << moving.Length);
        return signs.Count(bits => Math.Abs(moving.Where((_, bit) => (bits >> bit & 1) == 1).Sum(place => ranks[place]) - centre) >= seen)
            / (double)(1 << moving.Length);
    }

    static (string, double?)[] Before(int[] differences) => [.. differences.Select((_, place) => ($"P{place}", (double?)10))];

    static (string, double?)[] After(int[] differences) => [.. differences.Select((difference, place) => ($"P{place}", (double?)(10 + difference)))];
}
