using RbcBot.Core.Evaluation;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Reports;

/// <summary>Recommendations drafted from the data: each names its facts and waits for a person's approval.</summary>
static class RecommendationSection
{
    const double LowCompletion = 0.6;
    const double LowAgreement = 0.6;
    const double LostGain = 0.5;

    public static Section Of(Snapshot snapshot, Draft draft)
    {
        var number = 0;
        foreach (var (text, fact) in Needs(snapshot, draft).Concat(Lessons(snapshot, draft)).Concat(Feedback(snapshot, draft)).Concat(Retention(snapshot, draft)))
            draft.Add(ParagraphKind.ToApprove, draft.Say("recommend.line", ("number", ++number), ("text", text), ("fact", fact)), fact);
        if (number == 0)
            draft.Add(ParagraphKind.Finding, draft.Say("recommend.none"));
        return draft.Close("recommendations");
    }

    static IEnumerable<(string, string)> Needs(Snapshot snapshot, Draft draft) =>
        NeedsSection.Needs(snapshot) is { Verdict.HasNumbers: true } needs && needs.Tasks.FirstOrDefault(task => task.IsShown) is { Test.DifferenceInterval: not null } first
            ? [(draft.Say("recommend.need", ("task", ProgrammeWords.Task(draft.Language, first.Task))), $"needs.{first.Task}.gap")]
            : [];

    static IEnumerable<(string, string)> Lessons(Snapshot snapshot, Draft draft) =>
        LessonProgress.Of(snapshot.Modules, snapshot.Enrolments, snapshot.Sessions)
            .Where(one => one.Completed.N >= SmallCells.Threshold && one.Completed.Share < LowCompletion)
            .OrderBy(one => one.Completed.Share).Take(1)
            .Select(one => (draft.Say("recommend.lesson", ("lesson", one.Lesson.Title.In(draft.Language)), ("share", draft.Words.Share(one.Completed))), $"delivery.{one.Lesson.Id}.completed"));

    static IEnumerable<(string, string)> Feedback(Snapshot snapshot, Draft draft) =>
        FeedbackSection.Rounds(snapshot).SelectMany(one => one.Feedback.Items
            .Where(item => item.Answers.Valid >= SmallCells.Threshold && item.Answers.TopTwo.Share < LowAgreement).TakeLast(1)
            .Select(item => (draft.Say("recommend.feedback", ("question", Charts.Label(draft.Language, item)), ("share", draft.Words.Share(item.Answers.TopTwo))),
                $"feedback.{one.Round.Code}.{item.Question.Name}")));

    /// <summary>When less than half of the gain after training is left later on, a booster is due.</summary>
    static IEnumerable<(string, string)> Retention(Snapshot snapshot, Draft draft)
    {
        var results = ResultsSection.Results(snapshot).Where(result => result.Pairs.Count >= SmallCells.Threshold).ToList();
        return results.Where(result => result.Later is "3m" or "6m" && result.Test.MeanDifference < LostGain * results
                .FirstOrDefault(other => other.Module == result.Module && other.Later == "post")?.Test.MeanDifference)
            .Select(result => (draft.Say("recommend.booster", ("moment", ProgrammeWords.Moment(draft.Language, result.Later))), $"results.{result.Module}.{result.Later}.difference"));
    }
}
