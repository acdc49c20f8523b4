using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Evaluation;

/// <summary>The results of one test round.</summary>
/// <param name="Scores">One a person who submitted.</param>
/// <param name="Points">Of all who submitted.</param>
/// <param name="Passed">At least 70 % right.</param>
/// <param name="Safe">All critical items right; nobody when the test has none.</param>
/// <param name="Items">How the questions behaved; indicative under some forty people.</param>
public sealed record TestResult(
    Round Round,
    IReadOnlyList<TestScore> Scores,
    Descriptive Points,
    Proportion Passed,
    Proportion Safe,
    ItemAnalysis Items)
{
    /// <summary>Scores the round's submitted sessions by the forms they are pinned to, the last one of each person.</summary>
    public static TestResult Of(Round round, IReadOnlyList<Session> sessions, IReadOnlyDictionary<string, Form> forms)
    {
        var own = Answered.LastOfEach(sessions.Where(session =>
            string.Equals(session.Subject, round.Code, StringComparison.OrdinalIgnoreCase) && forms.ContainsKey(session.FormVersion)));
        IReadOnlyList<TestScore> scores = [.. own.Select(session => TestScore.Of(session, forms[session.FormVersion]))];
        var hasCritical = own.Any(session => TestScore.ItemsOf(forms[session.FormVersion]).Any(TestScore.IsCritical));
        return new TestResult(
            round, scores,
            Descriptive.Of(scores.Select(score => (double?)score.Points)),
            Proportion.Of(scores.Count(score => score.Passed), scores.Count),
            hasCritical ? Proportion.Of(scores.Count(score => score.IsSafe), scores.Count) : Proportion.Of(0, 0),
            ItemAnalysis.Of(Answers(own, scores, forms)));
    }

    /// <summary>Items of the newest form, of those who answered that one.</summary>
    static List<AnsweredItem> Answers(
        IReadOnlyList<Session> sessions, IReadOnlyList<TestScore> scores, IReadOnlyDictionary<string, Form> forms)
    {
        if (sessions.Count == 0)
            return [];
        var version = sessions.MaxBy(session => session.Submitted)?.FormVersion ?? "";
        var own = scores.Where((_, place) => sessions[place].FormVersion == version).ToList();
        return [.. TestScore.ItemsOf(forms[version]).Select((item, place) => new AnsweredItem(
            item.Name, TestScore.Key(item), [.. item.Choices.Select(choice => choice.Name)], [.. own.Select(score => score.Chosen[place])]))];
    }
}
