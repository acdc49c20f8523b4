using RbcBot.Core.Forms;
using RbcBot.Tests.Core.Forms;

namespace RbcBot.Tests.Given;

/// <summary>A form with every kind of row and rule, for playing anything against it.</summary>
static class EverythingForm
{
    const string Survey = """
        type|name|label::Ikinyarwanda (rw)|label::Français (fr)|label::English (en)|required|relevant|constraint|choice_filter|calculation|trigger|default|repeat_count|parameters|appearance|read_only
        text|who|Izina?|Nom ?|Name?|yes
        integer|beds|Ibitanda?|Lits ?|Beds?|||. >= 0 and . <= 400
        decimal|weight|Ibiro?|Poids ?|Weight?
        range|mark|Amanota?|Note ?|Mark?|||||||||start=0 end=10 step=1
        date|day|Umunsi?|Jour ?|Day?|||. <= today()
        time|hour|Isaha?|Heure ?|Hour?
        datetime|moment|Igihe?|Moment ?|Moment?
        geopoint|place|Hehe?|Où ?|Where?
        geotrace|way|Inzira?|Chemin ?|Way?
        geoshape|field|Umurima?|Champ ?|Field?
        image|photo|Ifoto?|Photo ?|Photo?
        audio|voice|Ijwi?|Son ?|Sound?
        video|film|Filime?|Film ?|Film?
        file|paper|Inyandiko?|Document ?|Document?
        hidden|kept||||||||||x
        today|when
        start|opened
        end|closed
        acknowledge|read|Wasomye?|Lu ?|Read?
        select_one yn|smart|Telefoni?|Smartphone ?|Smartphone?|yes
        select_multiple topic or_other|topics|Ingingo za ${who}?|Thèmes de ${who} ?|Topics of ${who}?||${smart} = 'yes'|not(selected(., 'a') and selected(., 'd'))
        rank topic|order|Murongo?|Ordre ?|Order?||${smart} = 'no'|||||||randomize=true
        select_one province|province|Intara?|Province ?|Province?
        select_one district|district|Akarere?|District ?|District?||||province = ${province}
        select_one centre|centre|Ikigo?|Centre ?|Centre?
        begin_group|counts|Imibare|Comptes|Counts||||||||||field-list
        integer|mothers|Ababyeyi?|Mères ?|Mothers?
        integer|children|Abana?|Enfants ?|Children?|||. <= 50
        end_group
        begin_group|rated|Gereranya|Évaluez|Rate||||||||||table-list
        select_one scale|r1|Imiti|Médicaments|Medicines
        select_one scale|r2|Abakozi|Personnel|Staff
        end_group
        select_one scale|e_imp|Gufasha umuntu: bifite akahe kamaro?|Aider une personne : quelle importance ?|Help a person: how important is it?
        select_one scale|e_abl|Gufasha umuntu: mubishobora mute?|Aider une personne : le pouvez-vous ?|Help a person: how well can you?
        integer|homes|Ingo?|Foyers ?|Homes?|||. <= 3
        begin_repeat|home|Urugo|Foyer|Home||||||||${homes}
        text|hill|Umusozi?|Colline ?|Hill?
        begin_repeat|person|Umuntu|Personne|Person
        text|first|Izina ryo kuri ${hill}?|Prénom à ${hill} ?|First name at ${hill}?
        integer|age|Imyaka?|Âge ?|Age?||||||| ${beds}
        end_repeat
        end_repeat
        calculate|people||||||||count(${first})
        calculate|began||||||||once(concat('b', ${people}))
        calculate|told||||||||concat(${who}, '/', ${beds})|${smart}
        integer|total|Bose hamwe?|Total ?|In all?|yes
        note|stop|Ntabwo ari 10.|Ce n'est pas 10.|That is not 10.|yes|${total} != 10
        note|seen|Abantu ${people}.|${people} personnes.|${people} people.
        text|last|Ikindi?|Autre chose ?|Else?||||||||||${total} = 11
        """;

    static readonly string Choices = "list_name|name|label::Ikinyarwanda (rw)|label::Français (fr)|label::English (en)|province\n"
        + "yn|yes|Yego|Oui|Yes\nyn|no|Oya|Non|No\n"
        + string.Concat("abcd".Select(letter => $"topic|{letter}|Ingingo {letter}|Thème {letter}|Topic {letter}\n"))
        + "province|n|Amajyaruguru|Nord|North\nprovince|s|Amajyepfo|Sud|South\n"
        + "district|musanze|Musanze|Musanze|Musanze|n\ndistrict|burera|Burera|Burera|Burera|n\ndistrict|huye|Huye|Huye|Huye|s\n"
        + string.Concat(Enumerable.Range(1, 5).Select(point => $"scale|{point}|{point}|{point}|{point}\n"))
        + string.Concat(Enumerable.Range(0, 120).Select(index => $"centre|c{index}|CS Umusozi {index}|CS Colline {index}|HC Hill {index}\n"));

    public static Form Form { get; } = Read();

    /// <summary>An answer that the step takes.</summary>
    public static string Fit(FormStep step) => step.Question switch
    {
        { Name: "total" } => "10",
        { Name: "homes" } => "1",
        { Type: QuestionType.AnotherRepeat } => "no",
        { Type: QuestionType.Integer or QuestionType.Decimal or QuestionType.Range } => "3",
        { Type: QuestionType.Date } => "2025-05-03",
        { Type: QuestionType.Time } => "14:30:00.000+02:00",
        { Type: QuestionType.DateTime } => "2025-05-03T14:30:00.000+02:00",
        { Type: QuestionType.GeoPoint } => "-1.95 30.06 0 5",
        { Type: QuestionType.GeoTrace } => "-1.95 30.06 0 5;-1.96 30.07 0 5",
        { Type: QuestionType.GeoShape } => "-1.95 30.06 0 5;-1.96 30.07 0 5;-1.95 30.08 0 5;-1.95 30.06 0 5",
        { Type: QuestionType.Image } => "photo.jpg",
        { Type: QuestionType.Audio } => "voice.ogg",
        { Type: QuestionType.Video } => "film.mp4",
        { Type: QuestionType.File } => "paper.pdf",
        { Type: QuestionType.Acknowledge } => "OK",
        { Type: QuestionType.Note } => "",
        { Type: QuestionType.Rank } => string.Join(' ', step.Options.Select(option => option.Name)),
        { HasChoices: true } => step.Options.Count > 0 ? step.Options[0].Name : "",
        _ => "Words",
    };

    static Form Read()
    {
        var (form, findings) = FormReading.Of(Xlsx.Of(("survey", Survey), ("choices", Choices), ("settings", "form_id|default_language\neverything|English (en)")), "everything.xlsx");
        return form ?? throw new InvalidOperationException(string.Join('\n', findings.Where(finding => finding.Severity == Severity.Refusal)));
    }
}
