namespace RbcBot.Core.Statistics;

/// <summary>How the questions of a test behave: how hard each is and whether who knows the rest knows it.</summary>
public sealed record ItemAnalysis(Verdict Verdict, IReadOnlyList<ItemFinding> Items)
{
    /// <summary>Analyses complete sheets; every item has an answer (null when omitted, scored 0) for each person, in one order.</summary>
    public static ItemAnalysis Of(IReadOnlyList<AnsweredItem> items)
    {
        var people = items.Count == 0 ? 0 : items[0].Answers.Count;
        if (people == 0)
            return new ItemAnalysis(Verdict.No(Reasons.NoData, 0, 0), []);
        int[] totals = [.. Enumerable.Range(0, people).Select(person => items.Sum(item => Score(item, person)))];
        var verdict = people < Descriptive.FewValues ? Verdict.Warning(Reasons.TooFew, people, 0) : Verdict.Ok(people, 0);
        return new ItemAnalysis(verdict, [.. items.Select(item => Of(item, totals))]);
    }

    static ItemFinding Of(AnsweredItem item, int[] totals)
    {
        double[] scores = [.. totals.Select((_, person) => (double)Score(item, person))];
        double[] rests = [.. totals.Select((total, person) => total - scores[person])];
        return new ItemFinding(
            item.Name,
            Proportion.Of((int)scores.Sum(), totals.Length),
            Correlation(scores, rests),
            [.. item.Options.Select(option => (option, item.Answers.Count(answer => answer == option)))],
            item.Answers.Count(answer => answer is null));
    }

    static int Score(AnsweredItem item, int person) => item.Answers[person] == item.Key ? 1 : 0;

    static double? Correlation(double[] first, double[] second)
    {
        var (firstMean, firstDeviation) = Descriptive.Moments(first);
        var (secondMean, secondDeviation) = Descriptive.Moments(second);
        if (firstDeviation == 0 || secondDeviation == 0)
            return null;
        var shared = first.Zip(second).Sum(pair => (pair.First - firstMean) * (pair.Second - secondMean)) / (first.Length - 1);
        return shared / (firstDeviation * secondDeviation);
    }
}

/// <summary>One question with everybody's answer.</summary>
/// <param name="Answers">The option each person chose; null when omitted.</param>
public sealed record AnsweredItem(string Name, string Key, IReadOnlyList<string> Options, IReadOnlyList<string?> Answers);

/// <summary>What an item analysis says about one question.</summary>
/// <param name="Difficulty">The share who were right.</param>
/// <param name="ItemRest">Correlation with the score on all other items; null when one of the two does not vary.</param>
/// <param name="OptionCounts">People per option, in the order of the options.</param>
public sealed record ItemFinding(
    string Name,
    Proportion Difficulty,
    double? ItemRest,
    IReadOnlyList<(string Option, int Count)> OptionCounts,
    int Omitted);
