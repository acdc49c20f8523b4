using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Places;

namespace RbcBot.Core.Selection;

/// <summary>Submitted applications as the selection sees them; a person's last one counts.</summary>
public static class ApplicantReading
{
    /// <summary>Province codes: the first two digits of a district's code.</summary>
    public static readonly IReadOnlyList<string> Provinces = ["01", "02", "03", "04", "05"];

    public static IReadOnlyList<Applicant> Of(IReadOnlyList<Session> sessions, IReadOnlyDictionary<string, Form> forms)
    {
        var facilities = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return [.. sessions.Where(session => session is { Submitted: not null, IsUnlinked: false } && session.State != nameof(FormState.Withdrawn))
            .GroupBy(session => session.Person).Select(one => one.MaxBy(session => session.Submitted)).OfType<Session>()
            .Select(session => Of(session, forms.GetValueOrDefault(session.FormVersion)))
            .Select(person => person with { Facility = SameFacility(person, facilities) })];
    }

    static Applicant Of(Session session, Form? form)
    {
        var answers = session.Submission.ToDictionary(answer => answer.Path, answer => answer.Value);
        var district = Word("district");
        return new Applicant(
            session.Person, Word("full_name") is { Length: > 0 } name ? name : session.Person.Short,
            Word("sex") switch { "woman" => Sex.Woman, "man" => Sex.Man, _ => Sex.Other },
            district, Districts.Find(district)?.Name ?? district,
            Provinces.FirstOrDefault(province => district.StartsWith(province, StringComparison.Ordinal)) ?? "",
            Word("setting") switch { "village" or "rural" => Setting.Rural, "trading_centre" or "mixed" => Setting.Mixed, _ => Setting.Urban },
            Word("facility"), Word("profession"), Merit(Word("merit")), Wanted(Word("role_wanted"), Word("module_first"), Word("module_second")),
            IsYes(Word("eligible_coach")), IsYes(Word("eligible_professional")), Word("ineligible_reason"));

        string Word(string name) => form?.Find(name) is { } question && answers.TryGetValue(question.Path, out var value) ? value.Trim() : "";
    }

    static IReadOnlyList<string> Wanted(string role, string first, string second) =>
    [
        .. role is "coach" or "both" ? new[] { SelectionRules.Coaching } : [],
        .. new[] { first, second }.Where(module => role != "coach" && module.Length > 0 && module != "none"),
    ];

    static bool IsYes(string word) => word is "yes" or "1" or "true";

    static int Merit(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var merit)
            ? (int)Math.Round(Math.Clamp(merit, 0, 100), MidpointRounding.AwayFromZero) : 0;

    /// <summary>One spelling for a facility of a district, so that a cap counts "Butaro HC" and "butaro  hc" together.</summary>
    static string SameFacility(Applicant person, Dictionary<string, string> known)
    {
        var spelled = string.Join(' ', person.Facility.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var key = person.District + "|" + spelled;
        return spelled.Length == 0 ? "" : known.TryGetValue(key, out var first) ? first : known[key] = spelled;
    }
}
