namespace RbcBot.Core.Reports;

/// <summary>How the seats were filled: the balance against each rule, and the proof.</summary>
static class SelectionSection
{
    public static Section Of(Snapshot snapshot, Draft draft)
    {
        if (snapshot.Confirmed is not { } run)
        {
            draft.Add(ParagraphKind.Finding, draft.Say("selection.none"));
            return draft.Close("selection");
        }
        foreach (var programme in run.Rules.Programmes)
        {
            var taken = run.Panel.Seats.Count(seat => seat.Programme == programme.Programme);
            draft.Register.Note($"selection.{programme.Programme}.seats", taken, run.Applicants.Count, "count of seats taken");
            draft.Add(ParagraphKind.Finding,
                draft.Say("selection.seats", ("programme", ProgrammeWords.Programme(draft.Language, programme.Programme, snapshot.Modules)),
                    ("count", taken), ("seats", programme.Seats)),
                $"selection.{programme.Programme}.seats");
        }
        draft.Add(ParagraphKind.Method, draft.Say(run.Panel.Proof == Selection.Proof.Optimal ? "selection.proved" : "selection.unproved"));
        // Rules of fewer than five people could point at somebody; they are kept all the same, and the console shows them.
        draft.Add(new Table(
            draft.Say("selection.table"),
            [draft.Say("selection.head.rule"), draft.Say("selection.head.got"), draft.Say("selection.head.binds")],
            [.. run.Panel.Checks.Where(check => check.Got >= Statistics.SmallCells.Threshold).Select(check => (IReadOnlyList<string>)
                [ProgrammeWords.Rule(draft.Language, check.Rule, snapshot.Modules), draft.Words.Count(check.Got), check.Binds ? draft.Say("selection.binds") : ""])],
            draft.Say("selection.note")));
        return draft.Close("selection");
    }
}
