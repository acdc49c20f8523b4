using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Tests.Core.Forms;

namespace RbcBot.Tests.Given;

/// <summary>A short interview and its next version: a list without one choice, a year instead of words, a new question at the end.</summary>
static class TwoVersions
{
    public const string Code = "V1";

    const string Settings = "form_id | form_title::Ikinyarwanda (rw)\nabout_work | Ibibazo ku kazi";

    const string Labels = "type | name | label::Ikinyarwanda (rw) | label::English (en) | constraint\n";

    public static readonly byte[] OldFile = Xlsx.Of(
        ("survey", Labels + """
            select_one place | place | Mukorera he? | Where do you work? |
            text | since | Mwatangiye ryari? | Since when? |
            integer | people | Mukorana n'abantu bangahe? | With how many people? |
            text | wish | Mwifuza iki? | What do you wish for? |
            """),
        ("choices", """
            list_name | name | label::Ikinyarwanda (rw) | label::English (en)
            place | hc | Ikigo nderabuzima | Health centre
            place | dh | Ibitaro by'akarere | District hospital
            place | other | Ahandi | Elsewhere
            """),
        ("settings", Settings));

    public static readonly byte[] NewFile = Xlsx.Of(
        ("survey", Labels + """
            select_one place | place | Mukorera he? | Where do you work? |
            integer | since | Mwatangiye mu wuhe mwaka? | In which year did you begin? | . > 1950
            integer | people | Mukorana n'abantu bangahe? | With how many people? |
            text | wish | Mwifuza iki? | What do you wish for? |
            text | role | Mukora iki? | What is your role? |
            """),
        ("choices", """
            list_name | name | label::Ikinyarwanda (rw) | label::English (en)
            place | hc | Ikigo nderabuzima | Health centre
            place | dh | Ibitaro by'akarere | District hospital
            """),
        ("settings", Settings));

    public static readonly Form Old = Read(OldFile);

    public static readonly Form New = Read(NewFile);

    /// <summary>The round on its old form, the new one known.</summary>
    public static readonly Catalogue Catalogue = new(
        [new Round(Code, RoundKind.Interview, Old.Id, Old.Version, "", "", IsOpen: true, new(2026, 1, 1, 7, 0, 0, TimeSpan.Zero))],
        new Dictionary<string, Form> { [Old.Version] = Old, [New.Version] = New },
        Shipped.Library);

    /// <summary>Somebody who has agreed to the interview in Kinyarwanda.</summary>
    public static Dialogue Begun() => new Dialogue(Catalogue).Enters(Code).Says("rw").Presses("Ndemera");

    /// <summary>The programme moves the person's sessions to the new form.</summary>
    public static Dialogue Moved(this Dialogue dialogue, bool isForSubmitted = false) =>
        dialogue.Hears(FormMigration.Subject(Code, New.Version, isForSubmitted));

    static Form Read(byte[] file) =>
        FormReading.Of(file, "about_work.xlsx") is { Form: { } form } ? form : throw new InvalidOperationException("The form is refused.");
}
