using RbcBot.Core.Statistics;

namespace RbcBot.Tests.Core.Statistics;

public sealed class ReferenceTests
{
    public static TheoryData<string> Descriptives => Vector.Ids("descriptive");

    public static TheoryData<string> Shares => Vector.Ids("proportion_ci");

    public static TheoryData<string> Pairs => Vector.Ids("paired_t");

    public static TheoryData<string> Ranks => Vector.Ids("wilcoxon_signed_rank");

    public static TheoryData<string> Scales => Vector.Ids("likert_item");

    public static TheoryData<string> Gains => Vector.Ids("normalised_gain");

    public static TheoryData<string> Certified => Vector.Ids("nist");

    [Theory, MemberData(nameof(Descriptives))]
    public void A_description_is_what_R_says(string id)
    {
        var vector = Vector.Find("descriptive", id);
        var found = Descriptive.Of(Vector.Numbers(vector.Input.GetProperty("x")));
        vector.Holds("n_valid", found.N);
        vector.Holds("n_missing", found.Verdict.Dropped);
        vector.Holds("mean", found.Mean);
        vector.Holds("sd", found.Deviation);
        vector.Holds("min", found.Minimum);
        vector.Holds("q1_type7", found.LowerQuartile);
        vector.Holds("median", found.Median);
        vector.Holds("q3_type7", found.UpperQuartile);
        vector.Holds("max", found.Maximum);
        vector.Holds("ci_mean_low", found.MeanInterval?.Low);
        vector.Holds("ci_mean_high", found.MeanInterval?.High);
    }

    [Theory, MemberData(nameof(Shares))]
    public void A_share_has_Wilsons_interval(string id)
    {
        var vector = Vector.Find("proportion_ci", id);
        var found = Proportion.Of(vector.Input.GetProperty("successes").GetInt32(), vector.Input.GetProperty("n").GetInt32());
        vector.Holds("p", found.Share);
        vector.Holds("wilson_low", found.Interval?.Low);
        vector.Holds("wilson_high", found.Interval?.High);
    }

    [Theory, MemberData(nameof(Pairs))]
    public void A_paired_difference_is_what_R_says(string id)
    {
        var vector = Vector.Find("paired_t", id);
        var found = Paired(vector);
        vector.Holds("n_pairs", found.Pairs);
        vector.Holds("mean_pre", found.MeanBefore);
        vector.Holds("mean_post", found.MeanAfter);
        vector.Holds("mean_difference", found.MeanDifference);
        vector.Holds("sd_difference", found.DeviationOfDifference);
        vector.Holds("t", found.T);
        vector.Holds("p_two_sided", found.TTestP);
        vector.Holds("ci_low", found.DifferenceInterval?.Low);
        vector.Holds("ci_high", found.DifferenceInterval?.High);
    }

    [Theory, MemberData(nameof(Ranks))]
    public void The_signed_rank_test_is_exact_with_zeros_and_ties(string id)
    {
        var vector = Vector.Find("wilcoxon_signed_rank", id);
        var found = Paired(vector);
        vector.Holds("n_zero", found.SignedRank.Zeros);
        vector.Holds("p_exact_pratt", found.SignedRank.P);
        vector.Holds("hodges_lehmann_all", found.Typical?.Estimate);
        vector.Holds("hl_ci_low_walsh_all", found.Typical?.Interval.Low);
        vector.Holds("hl_ci_high_walsh_all", found.Typical?.Interval.High);
        vector.Holds("hl_ci_achieved_level_no_ties", found.Typical?.Level);
        vector.Holds("n_improved", found.Up);
        vector.Holds("n_worse", found.Down);
    }

    [Theory, MemberData(nameof(Scales))]
    public void A_scale_question_counts_and_shares_the_two_best(string id)
    {
        var vector = Vector.Find("likert_item", id);
        var found = LikertItem.Of(Vector.Numbers(vector.Input.GetProperty("x")), 1, vector.Input.GetProperty("categories").GetArrayLength());
        Assert.Equal(Vector.Numbers(vector.Expected.GetProperty("counts")), found.Counts.Select(count => (double?)count));
        vector.Holds("n_missing", found.Verdict.Dropped);
        vector.Holds("top_box", found.TopTwo.Share);
        vector.Holds("top_box_wilson_low", found.TopTwo.Interval?.Low);
        vector.Holds("top_box_wilson_high", found.TopTwo.Interval?.High);
        vector.Holds("median", found.Median);
    }

    [Theory, MemberData(nameof(Gains))]
    public void The_class_gain_is_Hakes(string id)
    {
        var vector = Vector.Find("normalised_gain", id);
        var before = Vector.Numbers(vector.Input.GetProperty("pre"));
        var after = Vector.Numbers(vector.Input.GetProperty("post"));
        var found = ClassGain.Of([.. before.Zip(after, (first, second) => (first!.Value, second!.Value))], vector.Input.GetProperty("max_score").GetDouble());
        vector.Holds("class_gain", found.Gain);
        vector.Holds("n_pre_at_max", found.AtHighestBefore);
    }

    [Theory, MemberData(nameof(Certified))]
    public void Mean_and_deviation_keep_NISTs_digits(string id)
    {
        var set = Vector.Find("nist", id).Root;
        var found = Descriptive.Of(Vector.Numbers(set.GetProperty("y")));
        Assert.True(Digits(found.Mean, set.GetProperty("mean").GetDouble()) >= 14, "mean");
        Assert.True(Digits(found.Deviation, set.GetProperty("sd").GetDouble()) >= 8, "deviation");
    }

    static PairedTest Paired(Vector vector) =>
        PairedTest.Of(Vector.ById(vector.Input.GetProperty("pre")), Vector.ById(vector.Input.GetProperty("post")));

    static double Digits(double? actual, double certified) =>
        actual == certified ? 15 : -Math.Log10(Math.Abs((actual!.Value - certified) / certified));
}
