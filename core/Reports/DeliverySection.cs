using RbcBot.Core.Evaluation;

namespace RbcBot.Core.Reports;

/// <summary>How far people came with lessons and rounds.</summary>
static class DeliverySection
{
    public static Section Of(Snapshot snapshot, Draft draft)
    {
        var lessons = LessonProgress.Of(snapshot.Modules, snapshot.Enrolments, snapshot.Sessions).Where(one => one.Offered > 0).ToList();
        if (lessons.Count == 0)
            draft.Add(ParagraphKind.Finding, draft.Say("delivery.none"));
        foreach (var one in lessons)
            draft.Register.Note($"delivery.{one.Lesson.Id}.completed", one.Completed.Successes, one.Offered, "people who finished the lesson, of those enrolled");
        if (lessons.Count > 0)
        {
            draft.Add(ParagraphKind.Finding, draft.Say("delivery.finding", ("count", lessons.Count), ("people", lessons.Max(one => one.Offered))));
            draft.Add(new Figure("figure-lessons") { Bars = Charts.Lessons(draft.Language, lessons) });
        }
        draft.Add(Rounds(snapshot, draft));
        return draft.Close("delivery");
    }

    static Table Rounds(Snapshot snapshot, Draft draft) => new(
        draft.Say("rounds.table"),
        [draft.Say("rounds.head.round"), draft.Say("rounds.head.begun"), draft.Say("rounds.head.submitted")],
        [.. snapshot.Rounds.OrderBy(round => round.OpenedAt).ThenBy(round => round.Code, StringComparer.Ordinal).Select(round =>
        {
            var counts = FlowCounts.Of(round, snapshot.Sessions, null);
            draft.Register.Note($"rounds.{round.Code}.begun", counts.Begun, counts.Begun, "people who began");
            draft.Register.Note($"rounds.{round.Code}.submitted", counts.Submitted.Successes, counts.Begun, "people who submitted");
            return (IReadOnlyList<string>)[round.Code, draft.Words.Count(counts.Begun), draft.Words.Share(counts.Submitted)];
        })],
        "");
}
