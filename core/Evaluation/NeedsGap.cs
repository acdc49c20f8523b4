using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Evaluation;

/// <summary>Where training is needed most: how important a task is against how able people feel.</summary>
/// <param name="Respondents">People whose interview was submitted.</param>
/// <param name="Tasks">By rank.</param>
public sealed partial record NeedsGap(Verdict Verdict, int Respondents, IReadOnlyList<TaskNeed> Tasks)
{
    const double Lowest = 1;
    const double Highest = 5;

    /// <summary>Reads the rating pairs (e1_imp with e1_abl and so on) of submitted interviews of one form.</summary>
    public static NeedsGap Of(IEnumerable<Session> sessions)
    {
        var people = Answered.LastOfEach(sessions).Select(Answered.ByName).ToList();
        var tasks = people.SelectMany(person => person.Keys).Select(name => Importance().Match(name))
            .Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct();
        return Of([.. tasks.Select(task => (task, Ratings(people, task)))], people.Count);
    }

    /// <summary>Reads ratings by task: importance and ability of each person, null when one is missing.</summary>
    public static NeedsGap Of(IReadOnlyList<(string Task, IReadOnlyList<(double? Importance, double? Ability)> Ratings)> tasks, int respondents)
    {
        var found = tasks.OrderBy(one => one.Task, StringComparer.Ordinal).Select(one => TaskNeed.Of(one.Task, one.Ratings)).ToList();
        var corrected = Holm.Adjust([.. found.Select(need => need.Test.SignedRank.P)]);
        List<TaskNeed> ranked =
        [
            .. found.Select((need, place) => need with { CorrectedP = corrected[place] })
                .OrderByDescending(need => need.Need ?? -1).ThenBy(need => need.Task, StringComparer.Ordinal)
                .Select((need, place) => need with { Rank = place + 1 }),
        ];
        var verdict = respondents == 0 || ranked.Count == 0 ? Verdict.No(Reasons.NoData, respondents, 0)
            : respondents < Descriptive.FewValues ? Verdict.Hidden(respondents, 0)
            : Verdict.Ok(respondents, 0);
        return new NeedsGap(verdict, respondents, ranked);
    }

    static List<(double?, double?)> Ratings(List<IReadOnlyDictionary<string, string>> people, string task) =>
        [.. people.Select(person => (Rating(person, $"{task}_imp"), Rating(person, $"{task}_abl")))];

    static double? Rating(IReadOnlyDictionary<string, string> person, string name) =>
        Answered.Number(person.GetValueOrDefault(name)) is { } value and >= Lowest and <= Highest ? value : null;

    [GeneratedRegex("^([a-z][0-9]+)_imp$")]
    private static partial Regex Importance();
}

/// <summary>The need for training in one task.</summary>
/// <param name="Task">Its id, such as e1.</param>
/// <param name="Test">Ability against importance of the same people: the mean difference is the mean gap.</param>
/// <param name="AtLeastTwo">The share of people whose gap is two points or more.</param>
/// <param name="Need">Mean importance times the mean positive part of the gap; null without pairs.</param>
/// <param name="Rank">1 is the greatest need; ties by task.</param>
/// <param name="CorrectedP">Exact p, corrected by Holm over all tasks; null when there is none.</param>
public sealed record TaskNeed(string Task, PairedTest Test, Proportion AtLeastTwo, double? Need, int Rank, double? CorrectedP)
{
    const double WideGap = 2;

    public int N => Test.Pairs;

    /// <summary>Whether enough people gave both ratings to show an interval.</summary>
    public bool IsShown => N >= Descriptive.FewValues;

    internal static TaskNeed Of(string task, IReadOnlyList<(double? Importance, double? Ability)> ratings)
    {
        var pairs = ratings.Where(one => one.Importance is not null && one.Ability is not null)
            .Select(one => (Importance: one.Importance.GetValueOrDefault(), Ability: one.Ability.GetValueOrDefault())).ToList();
        double? need = pairs.Count == 0 ? null
            : pairs.Average(pair => pair.Importance) * pairs.Average(pair => Math.Max(0, pair.Importance - pair.Ability));
        return new TaskNeed(
            task,
            PairedTest.Of(Column(ratings, one => one.Ability), Column(ratings, one => one.Importance)),
            Proportion.Of(pairs.Count(pair => pair.Importance - pair.Ability >= WideGap), pairs.Count),
            need, 0, null);
    }

    static List<(string, double?)> Column(
        IReadOnlyList<(double? Importance, double? Ability)> ratings, Func<(double? Importance, double? Ability), double?> side) =>
        [.. ratings.Select((one, place) => ($"{place}", side(one)))];
}
