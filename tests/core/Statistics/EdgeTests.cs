using System.Text.Json;
using RbcBot.Core.Statistics;

namespace RbcBot.Tests.Core.Statistics;

public sealed class EdgeTests
{
    public static TheoryData<string> Cases => Vector.Ids("edge");

    [Theory, MemberData(nameof(Cases))]
    public void An_edge_case_gets_the_verdict_of_a_careful_tool(string id)
    {
        var vector = Vector.Find("edge", id);
        var verdict = Verdict(vector);
        Assert.Equal(vector.Expected.GetProperty("verdict").GetString()!.Replace("_", ""), verdict.Standing.ToString(), ignoreCase: true);
        Assert.Equal(vector.Expected.GetProperty("reason").GetString(), verdict.Reason);
    }

    [Fact]
    public void One_moving_pair_of_five_has_a_p_of_one()
    {
        var found = SignedRank.Of([0, 0, 0, 0, 3]);
        Assert.Equal(1, found.P);
    }

    [Fact]
    public void Two_pairs_still_have_an_interval()
    {
        var found = PairedTest.Of([("a", 5), ("b", 7)], [("a", 8), ("b", 9)]);
        Assert.Equal(-3.853102368087347, found.DifferenceInterval!.Value.Low, 1e-8);
    }

    [Fact]
    public void People_with_one_value_are_counted_as_left_out()
    {
        var found = PairedTest.Of([("a", 5), ("b", 7), ("c", null)], [("a", 8), ("c", 9), ("d", 1)]);
        Assert.Equal((1, 1, 2, 3), (found.Pairs, found.OnlyBefore, found.OnlyAfter, found.Verdict.Dropped));
    }

    [Fact]
    public void Equal_values_have_no_interval_and_no_NaN()
    {
        var found = Descriptive.Of([4, 4, 4]);
        Assert.Equal((Reasons.ZeroVariance, 0.0, null), (found.Verdict.Reason, found.Deviation, found.MeanInterval));
    }

    static Verdict Verdict(Vector vector)
    {
        var input = vector.Input;
        return vector.Root.GetProperty("analysis").GetString() switch
        {
            "descriptive" => Descriptive.Of(Vector.Numbers(input.GetProperty("x"))).Verdict,
            "proportion_ci" => Proportion.Of(input.GetProperty("successes").GetInt32(), input.GetProperty("n").GetInt32()).Verdict,
            "likert_item" => LikertItem.Of(Vector.Numbers(input.GetProperty("x")), 1, 5).Verdict,
            "paired_t" => PairedTest.Of(Side(input, "pre"), Side(input, "post")).Verdict,
            "normalised_gain" => ClassGain.Of([.. Vector.Numbers(input.GetProperty("pre")).Select(before => (before!.Value, 20.0))], 20).Verdict,
            _ when input.TryGetProperty("difference", out var differences) =>
                SignedRank.Of(Vector.Numbers(differences).Select(difference => difference!.Value)).Verdict,
            _ => PairedTest.Of(Side(input, "pre"), Side(input, "post")).SignedRank.Verdict,
        };
    }

    static (string, double?)[] Side(JsonElement input, string side)
    {
        var values = Vector.Numbers(input.GetProperty(side));
        return input.TryGetProperty($"{side}_ids", out var ids)
            ? [.. values.Select((value, place) => (ids[place].GetString()!, value))]
            : Vector.ById(input.GetProperty(side));
    }
}
