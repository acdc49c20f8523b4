using RbcBot.Core.Evaluation;
using RbcBot.Core.Programme;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Reports;

/// <summary>Level 2: what participants learned, on the same people before and after.</summary>
static class ResultsSection
{
    public static Section Of(Snapshot snapshot, Draft draft)
    {
        var results = Results(snapshot);
        if (results.All(result => result.Pairs.Count < SmallCells.Threshold))
            draft.Add(ParagraphKind.Finding, draft.Say("results.none"));
        foreach (var result in results)
            Add(snapshot, draft, result);
        return draft.Close("results");
    }

    /// <summary>Every comparison with the test before, module by module.</summary>
    public static IReadOnlyList<PrePost> Results(Snapshot snapshot)
    {
        TestResult[] tests = [.. snapshot.Rounds.Where(round => round.Kind == RoundKind.Test).Select(round => TestResult.Of(round, snapshot.Sessions, snapshot.Forms))];
        return [.. tests.Select(test => test.Round.Module).Distinct().Order(StringComparer.Ordinal).SelectMany(module => PrePost.Of(module, tests))];
    }

    static void Add(Snapshot snapshot, Draft draft, PrePost result)
    {
        if (Charts.Results(draft.Language, result) is not { } chart || result.Test is not { MeanBefore: { } before, MeanAfter: { } after, MeanDifference: { } change })
            return;
        var (words, test, id) = (draft.Words, result.Test, $"results.{result.Module}.{result.Later}");
        draft.Register.Note($"{id}.before", before, test.Pairs, "mean of the pairs");
        draft.Register.Note($"{id}.after", after, test.Pairs, "mean of the pairs");
        draft.Register.Note($"{id}.difference", change, test.Pairs, "mean paired difference; 95 % t interval; exact signed-rank p (Pratt)");
        draft.Register.Note($"{id}.up", test.Up, test.Pairs, "pairs that rose");
        draft.Add(ParagraphKind.Finding, Sentence(snapshot, draft, result, before, after, change),
            $"{id}.up", $"{id}.before", $"{id}.after", $"{id}.difference");
        if (test.OnlyBefore > 0)
            draft.Add(ParagraphKind.Finding, draft.Say("results.missing", ("count", test.OnlyBefore)));
        draft.Add(ParagraphKind.Finding, draft.Say("results.passed",
            ("before", words.Share(result.PassedBefore)), ("after", words.Share(result.PassedAfter)), ("percent", TestScore.PassPercent)));
        if (test.SignedRank.P is { } p && test.Typical is { } typical)
            draft.Add(ParagraphKind.Method, draft.Say("results.method",
                ("p", words.P(draft.Register.Note($"{id}.p", p, test.Pairs, "exact two-sided signed-rank p, Pratt zeros, midranks"))), ("typical", words.One(typical.Estimate)),
                ("between", words.Between(typical.Interval))));
        draft.Add(new Figure($"figure-results-{result.Module}-{result.Later}") { Slopes = chart });
    }

    static string Sentence(Snapshot snapshot, Draft draft, PrePost result, double before, double after, double change) => draft.Say(
        result.Test.DifferenceInterval is null ? "results.same" : "results.finding",
        ("module", ProgrammeWords.Programme(draft.Language, result.Module, snapshot.Modules)),
        ("moment", ProgrammeWords.Moment(draft.Language, result.Later)),
        ("count", result.Test.Pairs), ("up", result.Test.Up),
        ("before", draft.Words.One(before)), ("after", draft.Words.One(after)), ("maximum", result.MaximumPoints),
        ("change", draft.Words.One(change)),
        ("between", result.Test.DifferenceInterval is { } interval ? draft.Words.Between(interval) : ""));
}
