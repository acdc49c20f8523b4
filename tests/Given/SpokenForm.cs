using RbcBot.Core.Forms;
using RbcBot.Core.Places;
using RbcBot.Tests.Core.Forms;

namespace RbcBot.Tests.Given;

/// <summary>Small forms in three languages, for hearing how each kind of question sounds.</summary>
static class SpokenForm
{
    const string Survey = "type|name|label::Ikinyarwanda (rw)|label::Français (fr)|label::English (en)|required|relevant|constraint|constraint_message::Ikinyarwanda (rw)|constraint_message::Français (fr)|constraint_message::English (en)|appearance\n";
    const string Choices = "list_name|name|label::Ikinyarwanda (rw)|label::Français (fr)|label::English (en)|district\n";
    const string Scale = "scale|1|1|1|1|\nscale|2|2|2|2|\nscale|3|3|3|3|\nscale|4|4|4|4|\nscale|5|5|5|5|\n";
    const string Sex = "sex|f|Gore|Femme|Female|\nsex|m|Gabo|Homme|Male|\n";

    /// <summary>Names that stand in several districts, as real ones do.</summary>
    static readonly string[] Hills = ["Kabeza", "Rugarama", "Nyange", "Gitare", "Muhororo", "Kinazi", "Rwesero", "Bumbogo", "Gasave", "Remera", "Karambi", "Ruhuha", "Mbogo", "Gikore", "Nyabubare", "Kirambo", "Busoro"];

    /// <summary>512 health centres, 17 or 18 in each district.</summary>
    static readonly string Centres = string.Concat(Enumerable.Range(0, 512).Select(index =>
    {
        var (district, hill) = (Districts.All[index % Districts.All.Count], Hills[index / Districts.All.Count % Hills.Length]);
        var label = $"CS {hill}{(index >= Hills.Length * Districts.All.Count ? " II" : "")} ({district.Name})";
        return $"centre|c{index}|{label}|{label}|{label}|{district.Code}\n";
    }));

    public static Form LongList { get; } = Of(
        "select_one centre|centre|Mukorera ku kihe kigo nderabuzima?|Dans quel centre de santé travaillez-vous ?|Which health centre do you work in?|yes\n"
        + "integer|beds|Gifite ibitanda bingahe?|Combien de lits a-t-il ?|How many beds does it have?|");

    public static Form Ratings { get; } = Of(
        "begin_group|tasks|Imirimo|Tâches|Tasks\n"
        + Pair("aid", "Gutanga ubutabazi bw'ibanze", "Donner les premiers secours", "Give first aid")
        + Pair("refer", "Kohereza umurwayi ahandi", "Référer une personne", "Refer a person")
        + "end_group\n"
        + "begin_group|often|Ni kangahe mubikora? 1 = nta na rimwe, 5 = buri munsi|À quelle fréquence ? 1 = jamais, 5 = chaque jour|How often do you do this? 1 = never, 5 = every day|||||||table-list\n"
        + "select_one scale|visit|Gusura ingo|Visiter les familles|Visit families\nselect_one scale|teach|Kwigisha|Enseigner|Teach\nend_group");

    public static Form FieldList { get; } = Of(
        "begin_group|people|Abantu mwakiriye mu cyumweru gishize|Personnes vues la semaine dernière|People seen last week|||||||field-list\n"
        + "integer|women|Abagore|Femmes|Women|yes|||||\n"
        + "integer|men|Abagabo|Hommes|Men|yes||. < 500|Ni benshi cyane; mwandike munsi ya 500.|C'est beaucoup ; moins de 500.|That is a lot; below 500.|\n"
        + "integer|children|Abana|Enfants|Children||||||\n"
        + "end_group\n"
        + "text|other|Ikindi?|Autre chose ?|Anything else?|");

    public static Form Dates { get; } = Of(
        "date|begun|Mwatangiye ryari?|Quand avez-vous commencé ?|When did you begin?|yes\n"
        + "time|opens|Mufungura saa ngahe?|À quelle heure ouvrez-vous ?|At what time do you open?|");

    public static Form Place { get; } = Of(
        "geopoint|where|Ikigo kiri he?|Où se trouve le centre ?|Where is the health centre?|yes\n"
        + "image|front|Mwohereze ifoto y'ikigo.|Envoyez une photo du bâtiment.|Send a photo of the building.|yes\n"
        + "text|other|Ikindi?|Autre chose ?|Anything else?|");

    public static Form Children { get; } = Of(
        "begin_repeat|child|Umwana|Enfant|Child\n"
        + "text|name|Izina rye ni irihe?|Quel est son prénom ?|What is the child's first name?|yes\n"
        + "integer|age|${name} afite imyaka ingahe?|Quel âge a ${name} ?|How old is ${name}?|\n"
        + "end_repeat\n"
        + "text|other|Ikindi?|Autre chose ?|Anything else?|");

    public static Form Correction { get; } = Of(
        "begin_group|work|Akazi|Travail|Work\n"
        + "select_one sex|sex|Muri gore cyangwa gabo?|Êtes-vous une femme ou un homme ?|Are you a woman or a man?|yes\n"
        + "integer|months|Mumaze amezi angahe mutwite?|Depuis combien de mois êtes-vous enceinte ?|How many months pregnant are you?||${sex} = 'f'\n"
        + "text|leave|Ikiruhuko kizatangira ryari?|Quand commence le congé ?|When does the leave begin?||${sex} = 'f'\n"
        + "end_group\n"
        + "begin_group|end|Iherezo|Fin|End\n"
        + "integer|years|Imyaka y'akazi?|Années de travail ?|Years of work?|yes||. < 60|Munsi ya 60.|Moins de 60.|Below 60.\n"
        + "end_group");

    public static Form Stop { get; } = Of(
        "integer|age|Mufite imyaka ingahe?|Quel âge avez-vous ?|How old are you?|yes\n"
        + "note|minor|Iki kibazo ni icy'abafite imyaka 18 kuzamura.|Ce questionnaire est pour les 18 ans et plus.|This form is for people of 18 and older.|yes|${age} < 18\n"
        + "text|other|Ikindi?|Autre chose ?|Anything else?|");

    public static Form Rank { get; } = Of("rank scale|order|Mubikurikiranye|Classez-les|Put them into an order|\nselect_multiple centre|several|Ni ibihe?|Lesquels ?|Which ones?|");

    /// <summary>A workbook with the long list and a photo.</summary>
    public static byte[] Visit { get; } = Xlsx.Of(
        ("survey", Survey
            + "select_one centre|centre|Mukorera ku kihe kigo nderabuzima?|Dans quel centre de santé travaillez-vous ?|Which health centre do you work in?|yes\n"
            + "image|front|Mwohereze ifoto y'ikigo.|Envoyez une photo du bâtiment.|Send a photo of the building.|yes\n"
            + "text|other|Ikindi?|Autre chose ?|Anything else?|"),
        ("choices", Choices + Centres),
        ("settings", Settings));

    /// <summary>A workbook with a place.</summary>
    public static byte[] Where { get; } = Xlsx.Of(
        ("survey", Survey + "geopoint|where|Ikigo kiri he?|Où se trouve le centre ?|Where is the health centre?|yes\ntext|other|Ikindi?|Autre chose ?|Anything else?|"),
        ("settings", Settings));

    const string Settings = "form_id|form_title::English (en)|default_language\nspoken|Spoken|English (en)";

    static Form Of(string rows) => FormOf.Survey(Survey + rows, Choices + Scale + Sex + Centres, Settings);

    static string Pair(string name, string rw, string fr, string en) =>
        $"select_one scale|{name}_imp|{rw}: ni ingenzi ku rugero rungana iki?|{fr} : quelle importance ?|{en}: how important is it?\n"
        + $"select_one scale|{name}_abl|{rw}: mubishobora ku rugero rungana iki?|{fr} : y arrivez-vous ?|{en}: how well can you do it?\n";
}
