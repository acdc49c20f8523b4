using RbcBot.Core.Conversations;
using RbcBot.Core.Evaluation;

namespace RbcBot.Core.Reports;

/// <summary>What the interviews say about the need for training.</summary>
static class NeedsSection
{
    const int TopNeeds = 3;

    /// <summary>Needs of the interview form that most people answered: forms ask different people about different things.</summary>
    public static NeedsGap Needs(Snapshot snapshot) =>
        snapshot.Sessions.Where(session => session.Flow == "interview").GroupBy(FormId(snapshot))
            .Select(sessions => NeedsGap.Of(sessions)).OrderByDescending(needs => needs.Tasks.Count == 0 ? -1 : needs.Respondents)
            .FirstOrDefault() ?? NeedsGap.Of([]);

    public static Section Of(Snapshot snapshot, Draft draft)
    {
        var needs = Needs(snapshot);
        var shown = needs.Tasks.Where(task => task.IsShown).ToList();
        if (!needs.Verdict.HasNumbers || shown.Count == 0)
        {
            draft.Add(ParagraphKind.Finding, draft.Say("needs.none", ("count", needs.Respondents)));
            return draft.Close("needs");
        }
        draft.Register.Note("needs.respondents", needs.Respondents, needs.Respondents, "submitted interviews, the last of each person");
        draft.Add(ParagraphKind.Finding, draft.Say("needs.finding", ("count", needs.Respondents)), "needs.respondents");
        foreach (var task in shown.Take(TopNeeds))
            Add(draft, task);
        draft.Add(ParagraphKind.Method, draft.Say("needs.method"));
        draft.Add(new Figure("figure-needs") { Gaps = Charts.Needs(draft.Language, needs) });
        return draft.Close("needs");
    }

    static void Add(Draft draft, TaskNeed task)
    {
        if (task.Test.MeanDifference is not { } gap || task.Test.DifferenceInterval is not { } interval)
            return;
        draft.Register.Note($"needs.{task.Task}.gap", gap, task.N, "mean of importance minus ability on pairs; 95 % t interval");
        draft.Add(ParagraphKind.Finding,
            draft.Say("needs.task", ("task", ProgrammeWords.Task(draft.Language, task.Task)), ("gap", draft.Words.One(gap)),
                ("between", draft.Words.Between(interval)), ("share", draft.Words.Share(task.AtLeastTwo))),
            $"needs.{task.Task}.gap");
    }

    static Func<Session, string> FormId(Snapshot snapshot) =>
        session => snapshot.Forms.TryGetValue(session.FormVersion, out var form) ? form.Id : session.FormVersion;
}
