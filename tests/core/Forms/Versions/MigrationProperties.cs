using CsCheck;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;

namespace RbcBot.Tests.Core.Forms.Versions;

public sealed class MigrationProperties
{
    static readonly Form Original = Version.Form();

    static readonly Form[] Others =
    [
        Original,
        Version.Form(settings: "form_id | version\nv | 2"),
        Version.With("integer | years", "decimal | years"),
        Version.With("integer | years", "text | years"),
        Version.With("text | full_name", "integer | full_name"),
        Version.With(". < 60", ". < 5 and count-selected(${meds}) < 2"),
        Version.With("${years} > 2 |", "${place} = 2 | ${years} > 3"),
        Version.With("Where? | | | |", "Where? | | | yes | kind = 'small'"),
        Version.With("select_one place | place", "select_multiple place | place"),
        Version.With("select_multiple meds | meds", "select_one meds | meds"),
        Version.With("text | full_name", "text | whole_name"),
        Version.WithChoices("meds | vpa | Valproate | Valproate |", ""),
        Version.WithChoices("place | 1 | Hôpital | Hospital | big\nplace | 2 |", "place | 2 | Hôpital | Hospital | big\nplace | 1 |"),
    ];

    static readonly string[] Paths = ["/data/full_name", "/data/years", "/data/place", "/data/meds", "/data/thanks", "/data/whole_name", "/data/none", ""];

    static readonly string[] Values = ["", "1", "2", "7", "59", "+5", "007", "2.50", "phb", "phb vpa", "vpa  cbz", "Espérance", "OK", "yes", "[1]"];

    static readonly Gen<Form> Forms = One(Others);

    static readonly Gen<GivenAnswer[]> Given =
        Gen.Select(One(Paths), One(Values), (path, value) => new GivenAnswer(path, value)).Array[0, 12];

    [Fact]
    public void Any_answers_move_between_any_versions_and_nothing_is_invented_or_lost() =>
        Gen.Select(Forms, Forms, Given).Sample((older, newer, given) =>
        {
            var before = FormRun.Of(older, given, Version.Moment).Answers;
            var moved = Migration.Of(older, newer, given, Version.Moment);
            return moved.Kept.Count + moved.Dropped.Count == before.Count
                && moved.Kept.All(kept => before.Any(answer => answer.Value == kept.Value))
                && moved.Dropped.All(dropped => before.Contains(new(dropped.Path, dropped.Value)));
        }, iter: 3000);

    [Fact]
    public void Moving_to_a_form_with_the_same_questions_keeps_everything() =>
        Gen.Select(Forms, Given).Sample((form, given) =>
        {
            var run = FormRun.Of(form, given, Version.Moment);
            var moved = Migration.Of(form, form, given, Version.Moment);
            return moved.Dropped.Count == 0 && moved.Kept.SequenceEqual(run.Answers) && moved.Run.Submission.SequenceEqual(run.Submission);
        }, iter: 2000);

    [Fact]
    public void Moving_there_twice_is_moving_there_once() =>
        Gen.Select(Forms, Given).Sample((newer, given) =>
        {
            var once = Migration.Of(Original, newer, given, Version.Moment);
            var twice = Migration.Of(newer, newer, once.Kept, Version.Moment);
            return twice.Dropped.Count == 0 && twice.Kept.SequenceEqual(once.Kept);
        }, iter: 1000);

    [Fact]
    public void Every_change_is_told_both_ways() =>
        Gen.Select(Forms, Forms).Sample((older, newer) =>
            FormChanges.Between(older, newer).Count > 0 == FormChanges.Between(newer, older).Count > 0
            && FormChanges.Between(older, newer).Count > 0 == (older.Version != newer.Version), iter: 300);

    static Gen<T> One<T>(T[] of) => Gen.Int[0, of.Length - 1].Select(index => of[index]);
}
