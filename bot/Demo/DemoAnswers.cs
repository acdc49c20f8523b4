using System.Globalization;
using RbcBot.Core.Forms;
using RbcBot.Core.Places;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Demo;

/// <summary>What a simulated person would answer to a question: her own particulars where it asks for them, chance elsewhere.</summary>
/// <param name="training">How much the training has taught so far, 0 before and about 0.3 after it.</param>
sealed class DemoAnswers(DemoPerson person, Random chance, double training)
{
    static readonly Dictionary<Language, string[]> Sentences = new()
    {
        [Language.Rw] = ["Ndashaka kumenya uko nafasha abarwayi b'igicuri n'imiryango yabo, kandi nkabisangiza bagenzi banjye dukorana mu kigo nderabuzima.", "Gusurwa n'umutoza byamfasha cyane.", "Abaturage benshi baracyatinya igicuri."],
        [Language.Fr] = ["Je voudrais mieux accompagner les personnes qui vivent avec l'épilepsie et leurs familles, et partager ce que j'apprends avec mes collègues du centre de santé.", "Les visites d'un coach m'aideraient beaucoup.", "Beaucoup de familles ont encore peur de l'épilepsie."],
        [Language.En] = ["I would like to care better for people with epilepsy and their families, and to share what I learn with my colleagues at the health centre.", "Visits from a coach would help me most.", "Many families are still afraid of epilepsy."],
    };

    /// <summary>The canonical answer; null when the person would rather skip.</summary>
    public string? To(Question question) => question.Type switch
    {
        QuestionType.SelectOne => One(question),
        QuestionType.SelectMultiple => string.Join(' ', Several(question)),
        QuestionType.Integer or QuestionType.Decimal => Number(question.Name).ToString(CultureInfo.InvariantCulture),
        QuestionType.Text => Words(question.Name),
        QuestionType.Date => "2020-05-03",
        _ => "OK",
    };

    string One(Question question) => Own(question.Name) is { } own && question.Choices.Any(choice => choice.Name == own) ? own
        : question.Chat.TryGetValue("key", out var key) ? Tested(question, key)
        : question.Name.EndsWith("_imp", StringComparison.Ordinal) ? Scale(3, 5)
        : question.Name.EndsWith("_abl", StringComparison.Ordinal) ? Scale(1, 1 + (int)Math.Round(person.Skill * 6))
        : question.Choices.Count == 5 && question.Choices.All(choice => choice.Name is "1" or "2" or "3" or "4" or "5") ? Scale(3, 5)
        : question.Choices.Where(choice => choice.Name is not ("other" or "certified_epilepsy" or "certified_child")).ElementAt(chance.Next(question.Choices.Count(choice => choice.Name != "other"))).Name;

    string? Own(string name) => name switch
    {
        "district" or "b1_district" => person.District.Code,
        "setting" or "b2" => person.District.Setting switch { Setting.Urban => "town", Setting.Mixed => "trading_centre", _ => "village" },
        "sex" or "b4" => person.IsWoman ? "woman" : "man",
        "profession" or "b3" => person.Cadre,
        "preferred_language" or "b24" => Languages.Code(person.Language),
        "employer_type" => "public",
        "council" => person.Cadre switch { "psychologist" or "clinical_officer" or "social_worker" => "rahpc", "gp" => "rmdc", _ => "ncnm" },
        "facility_level" => person.Number % 4 == 0 ? "district_hospital" : "health_centre",
        "role_wanted" => IsCoach ? "coach" : "professional",
        "module_first" => person.Number % 5 < 3 ? "epilepsy" : "child-psychology",
        "smartphone" => person.Number % 9 == 0 ? "shared" : "own",
        "teaching_experience" => IsCoach ? "regular" : "some",
        "coach_covers" => "neighbours",
        "stays_six_months" => person.Number % 11 == 0 ? "no" : "yes",
        "b21" => person.Number % 7 == 0 ? "shared" : "own",
        _ => null,
    };

    bool IsCoach => person is { Years: >= 5, Cadre: "mh_nurse" or "psychologist" or "clinical_officer" } && person.Number % 2 == 0;

    string Tested(Question question, string key) => chance.NextDouble() < person.Skill + training
        ? key
        : question.Choices.Where(choice => choice.Name != key).ElementAt(chance.Next(question.Choices.Count - 1)).Name;

    string Scale(int least, int most) => chance.Next(least, Math.Max(least, most) + 1).ToString(CultureInfo.InvariantCulture);

    IEnumerable<string> Several(Question question)
    {
        if (question.Name == "earlier_trainings")
            return [person.Number % 3 == 0 ? "epilepsy" : "none"];
        var sensible = question.Choices.Where(choice => choice.Name is not ("none" or "other" or "dont_know")).ToList();
        return sensible.Where(_ => chance.NextDouble() < 0.4).DefaultIfEmpty(sensible[chance.Next(sensible.Count)]).Select(choice => choice.Name).ToList();
    }

    int Number(string name) => name switch
    {
        "b5" or "a3" or "c4" or "years_mental_health" => person.Years,
        "years_post" => Math.Max(1, person.Years / 2),
        "birth_year" => 1995 - person.Years,
        "hours_month" => 4 + (person.Number % 8),
        "recommend" => 6 + chance.Next(5),
        _ => chance.Next(0, 24),
    };

    string? Words(string name) => name switch
    {
        "full_name" => person.Name,
        "facility" or "b1_facility" => person.Facility,
        "phone" or "endorsed_by_phone" => string.Create(CultureInfo.InvariantCulture, $"0788 000 {person.Number:000}"),
        "licence" => string.Create(CultureInfo.InvariantCulture, $"DEMO-{person.Number:000}"),
        "endorsed_by" => "Umuyobozi w'ikigo",
        "motivation" or "one_case" => Sentences[person.Language][0],
        "email" or "accessibility" => null,
        _ => chance.NextDouble() < 0.5 ? null : Sentences[person.Language][chance.Next(1, 3)],
    };
}
