using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>A small form of most kinds of rows; each question says its name in brackets, so that a person knows what she answers.</summary>
static class SimulatedForm
{
    public const string Code = "SIM";

    const string Survey = """
        type | name | label::Kinyarwanda (rw) | label::French (fr) | label::English (en) | required | relevant | constraint
        text | q1 | [q1] Witwa nde? | [q1] Votre nom ? | [q1] Your name? | yes
        select_one yn | q2 | [q2] Urakora? | [q2] Travaillez-vous ? | [q2] Do you work? | yes
        integer | q3 | [q3] Imyaka ingahe? | [q3] Quel âge ? | [q3] How old? | | | . > 0 and . < 100
        note | n1 | Murakoze. | Merci. | Thank you.
        select_multiple several | q4 | [q4] Ibihe? | [q4] Lesquels ? | [q4] Which?
        text | q5 | [q5] Hehe? | [q5] Où ? | [q5] Where? | yes | ${q2} = 'y'
        date | q6 | [q6] Ryari? | [q6] Quand ? | [q6] When?
        select_one yn | q7 | [q7] Byiza? | [q7] Bien ? | [q7] Well? | | ${q3} > 50
        text | q8 | [q8] Ikindi? | [q8] Autre chose ? | [q8] Anything else?
        """;

    const string Choices = """
        list_name | name | label::Kinyarwanda (rw) | label::French (fr) | label::English (en)
        yn | y | Yego | Oui | Yes
        yn | n | Oya | Non | No
        several | a | A | A | A
        several | b | B | B | B
        several | c | C | C | C
        """;

    static readonly Form Form = FormReading.Of(
        Xlsx.Of(("survey", Survey), ("choices", Choices), ("settings", "form_id | default_language\nsim | Kinyarwanda (rw)")), "sim.xlsx").Form
        ?? throw new InvalidOperationException("The form of the simulation does not read.");

    /// <summary>The form opened as a round of a kind.</summary>
    public static Catalogue Catalogue(RoundKind kind) => new(
        [new Round(Code, kind, Form.Id, Form.Version, "", "", IsOpen: true, Sample.Noon)],
        new Dictionary<string, Form> { [Form.Version] = Form }, Library.Empty);
}
