using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;

namespace RbcBot.Tests.Core.Forms.Versions;

/// <summary>Small forms to be held against each other.</summary>
static class Version
{
    public const string Survey = """
        type | name | label::Français (fr) | label::English (en) | relevant | constraint | required | choice_filter
        text | full_name | Votre nom ? | Your name? | | | |
        integer | years | Combien d'années ? | How many years? | | . < 60 | |
        select_one place | place | Où ? | Where? | | | |
        select_multiple meds | meds | Quels médicaments ? | Which medicines? | ${years} > 2 | | |
        note | thanks | Merci. | Thank you. | | | |
        """;

    public const string Choices = """
        list_name | name | label::Français (fr) | label::English (en) | kind
        place | 1 | Hôpital | Hospital | big
        place | 2 | Centre de santé | Health centre | small
        meds | phb | Phénobarbital | Phenobarbital |
        meds | cbz | Carbamazépine | Carbamazepine |
        meds | vpa | Valproate | Valproate |
        """;

    public static readonly FormMoment Moment = new(new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero), new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero), KigaliTime.Zone);

    public static readonly IReadOnlyList<GivenAnswer> Answers =
    [
        new("/data/full_name", "Espérance"), new("/data/years", "7"), new("/data/place", "1"), new("/data/meds", "phb vpa"), new("/data/thanks", ""),
    ];

    public static Form Form(string survey = Survey, string choices = Choices, string settings = "form_id | version\nv | 1")
    {
        var reading = FormReading.Of(Xlsx.Of(("survey", survey), ("choices", choices), ("settings", settings)), "v.xlsx");
        return reading.Form ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }

    /// <summary>The form with a piece of its survey sheet replaced.</summary>
    public static Form With(string piece, string by) => Survey.Contains(piece, StringComparison.Ordinal)
        ? Form(Survey.Replace(piece, by, StringComparison.Ordinal))
        : throw new ArgumentException($"The survey has no {piece}.");

    /// <summary>The form with a piece of its choices sheet replaced.</summary>
    public static Form WithChoices(string piece, string by) => Form(choices: Choices.Replace(piece, by, StringComparison.Ordinal));

    public static FormChange Only(Form newer) => Assert.Single(FormChanges.Between(Form(), newer));

    public static Migration Moved(Form newer, params GivenAnswer[] answers) => Migration.Of(Form(), newer, answers.Length == 0 ? Answers : answers, Moment);

    public static void Drops(Form newer, string path, DropReason why)
    {
        var moved = Moved(newer);
        Assert.Equal((path, why), (Assert.Single(moved.Dropped).Path, moved.Dropped[0].Why));
        Assert.Equal(Answers.Where(answer => answer.Path != path), moved.Kept);
    }
}
