using RbcBot.Core.Evaluation;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Reports;

/// <summary>Level 1: what participants thought of the training.</summary>
static class FeedbackSection
{
    public static Section Of(Snapshot snapshot, Draft draft)
    {
        var rounds = Rounds(snapshot);
        if (rounds.Count == 0)
            draft.Add(ParagraphKind.Finding, draft.Say("feedback.none"));
        foreach (var (round, feedback) in rounds)
            Add(draft, round, feedback);
        return draft.Close("feedback");
    }

    /// <summary>Feedback rounds with the answers to their present form.</summary>
    public static IReadOnlyList<(Round Round, FeedbackItems Feedback)> Rounds(Snapshot snapshot) =>
        [.. snapshot.Rounds.Where(round => round.Kind == RoundKind.Feedback && snapshot.Forms.ContainsKey(round.FormVersion))
            .OrderBy(round => round.Code, StringComparer.Ordinal)
            .Select(round => (round, FeedbackItems.Of(
                [.. snapshot.Sessions.Where(session => string.Equals(session.Subject, round.Code, StringComparison.OrdinalIgnoreCase))],
                snapshot.Forms[round.FormVersion])))];

    static void Add(Draft draft, Round round, FeedbackItems feedback)
    {
        if (Charts.Feedback(draft.Language, feedback) is not { } chart)
        {
            draft.Add(ParagraphKind.Finding, draft.Say("feedback.few", ("round", round.Code), ("count", feedback.Verdict.Used)));
            return;
        }
        foreach (var item in feedback.Items.Where(item => item.Answers.TopTwo.Share is not null && item.Answers.Verdict.HasNumbers))
            draft.Register.Note($"feedback.{round.Code}.{item.Question.Name}", item.Answers.TopTwo.Share.GetValueOrDefault(), item.Answers.Valid, "share of the two highest categories; Wilson interval");
        var (best, worst) = (feedback.Items[0], feedback.Items[^1]);
        draft.Add(ParagraphKind.Finding,
            draft.Say("feedback.finding", ("count", feedback.Verdict.Used),
                ("best", chart.Rows[0].Label), ("bestshare", draft.Words.Share(best.Answers.TopTwo)),
                ("worst", chart.Rows[^1].Label), ("worstshare", draft.Words.Share(worst.Answers.TopTwo))),
            $"feedback.{round.Code}.{best.Question.Name}", $"feedback.{round.Code}.{worst.Question.Name}");
        if (feedback.OpenTexts > 0)
            draft.Add(ParagraphKind.Caution, draft.Say("feedback.texts", ("count", feedback.OpenTexts)));
        draft.Add(new Figure($"figure-feedback-{round.Code}") { Diverging = chart });
    }
}
