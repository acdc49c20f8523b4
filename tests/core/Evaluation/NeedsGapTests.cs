using System.Runtime.CompilerServices;
using System.Text.Json;
using RbcBot.Core.Evaluation;
using RbcBot.Core.Statistics;

namespace RbcBot.Tests.Core.Evaluation;

public sealed class NeedsGapTests
{
    [Fact]
    public void Gaps_intervals_and_corrected_p_are_what_R_says()
    {
        var vector = Vector();
        var needs = NeedsGap.Of(Tasks(vector.GetProperty("input")), 36);
        foreach (var (wanted, place) in vector.GetProperty("expected").GetProperty("items").EnumerateArray().Select((item, place) => (item, place)))
        {
            var found = needs.Tasks.Single(task => task.Task == $"t{place:00}");
            double?[] actual = [found.N, found.Test.MeanAfter, found.Test.MeanBefore, found.Test.MeanDifference, found.Test.DifferenceInterval?.Low,
                found.Test.DifferenceInterval?.High, 100 * found.AtLeastTwo.Share, found.Test.SignedRank.P, found.CorrectedP];
            string[] names = ["n_pairs", "mean_importance", "mean_performance", "mean_gap", "ci_low", "ci_high", "percent_gap_at_least_2", "p_exact_pratt", "p_holm"];
            Assert.All(names.Zip(actual), pair => Assert.Equal(wanted.GetProperty(pair.First).GetDouble(), pair.Second!.Value, 1e-7));
        }
    }

    [Fact]
    public void Need_is_mean_importance_times_the_mean_of_the_gaps_above_zero()
    {
        var needs = NeedsGap.Of([("e1", [(5, 1), (5, 5), (2, 4)])], 3);
        Assert.Equal(4.0 * (4.0 / 3), needs.Tasks[0].Need!.Value, 1e-12);
    }

    [Fact]
    public void A_missing_rating_leaves_its_person_out_and_ties_go_by_task()
    {
        var needs = NeedsGap.Of([("e2", [(5, 1), (5, null)]), ("e1", [(5, 1), (null, 1)])], 2);
        Assert.Equal(["e1", "e2"], needs.Tasks.Select(task => task.Task));
        Assert.All(needs.Tasks, task => Assert.Equal(1, task.N));
    }

    [Fact]
    public void Pairs_are_read_from_submitted_interviews_by_the_names_of_their_questions()
    {
        var needs = NeedsGap.Of([.. Enumerable.Range(0, 5).Select(place =>
            Invented.Submitted($"p{place}", "interview", "B", Invented.Guide, ("e1_imp", "5"), ("e1_abl", $"{1 + (place % 2)}")))]);
        Assert.Equal((Standing.Ok, 3.6), (needs.Verdict.Standing, needs.Tasks[0].Test.MeanDifference));
    }

    static List<(string, IReadOnlyList<(double?, double?)>)> Tasks(JsonElement input) =>
        [.. input.GetProperty("importance").EnumerateArray().Zip(input.GetProperty("performance").EnumerateArray(), (importance, ability) =>
            Numbers(importance).Zip(Numbers(ability)).ToList()).Select((ratings, place) => ($"t{place:00}", (IReadOnlyList<(double?, double?)>)ratings))];

    static IEnumerable<double?> Numbers(JsonElement list) =>
        list.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble());

    static JsonElement Vector([CallerFilePath] string here = "") => JsonDocument.Parse(File.ReadAllText(
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Statistics", "vectors", "tna_gap.json"))).RootElement[0];
}
