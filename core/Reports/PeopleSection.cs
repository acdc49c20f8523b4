using RbcBot.Core.Selection;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Reports;

/// <summary>Who applied and who takes part: by sex, setting and province, small groups withheld.</summary>
static class PeopleSection
{
    public static Section Of(Snapshot snapshot, Draft draft)
    {
        if (snapshot.Confirmed is not { } run)
        {
            draft.Add(ParagraphKind.Finding, draft.Say("people.none"));
            return draft.Close("people");
        }
        var seated = run.Panel.Seats.Select(seat => seat.Person).ToHashSet();
        Applicant[] selected = [.. run.Applicants.Where(one => seated.Contains(one.Id))];
        draft.Register.Note("people.applied", run.Applicants.Count, run.Applicants.Count, "count of applicants");
        draft.Register.Note("people.selected", selected.Length, selected.Length, "count of seats");
        draft.Add(ParagraphKind.Finding,
            draft.Say("people.finding", ("applied", run.Applicants.Count), ("count", selected.Length)), "people.applied", "people.selected");
        Add(draft, "sex", run.Applicants, selected, one => draft.Say($"sex.{one.Sex switch { Sex.Woman => "woman", Sex.Man => "man", _ => "other" }}"));
        Add(draft, "setting", run.Applicants, selected, one => draft.Say($"setting.{one.Setting switch { Setting.Rural => "rural", Setting.Urban => "urban", _ => "mixed" }}"));
        Add(draft, "province", run.Applicants, selected, one => Places.Provinces.Find(one.Province)?.Names.In(draft.Language) ?? one.Province);
        return draft.Close("people");
    }

    static void Add(Draft draft, string by, IReadOnlyList<Applicant> applied, Applicant[] selected, Func<Applicant, string> group)
    {
        string[] groups = [.. applied.Select(group).Distinct().Order(StringComparer.Ordinal)];
        var before = SmallCells.Of([.. groups.Select(name => (name, applied.Count(one => group(one) == name)))]);
        var after = SmallCells.Of([.. groups.Select(name => (name, selected.Count(one => group(one) == name)))]);
        foreach (var (name, count) in after.Rows.Where(row => row.Count is not null))
            draft.Register.Note($"people.{by}.{name}.selected", count.GetValueOrDefault(), after.Total, "count, groups under 5 withheld with what would give them away");
        draft.Add(new Table(
            draft.Say($"people.by.{by}"),
            [draft.Say($"people.head.{by}"), draft.Say("people.head.applied"), draft.Say("people.head.selected")],
            [.. before.Rows.Zip(after.Rows, (first, second) => (IReadOnlyList<string>)[first.Group, draft.Words.Count(first.Count), draft.Words.Count(second.Count)])],
            before.Verdict.HasNumbers && after.Verdict.HasNumbers ? "" : draft.Say("small.note", ("threshold", SmallCells.Threshold))));
    }
}
