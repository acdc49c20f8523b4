using System.Globalization;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.Calendar;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Admin.Privacy;

/// <summary>Reads the forms of the log of breaches.</summary>
static class BreachForm
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 4000;

    const int MostPeople = 100_000_000;

    /// <summary>The breach; null when something cannot be right.</summary>
    public static Breach? Read(IFormCollection form, DateTimeOffset now)
    {
        var (what, kinds) = (Words(form, "what"), form["kind"].Select(word => Enum.TryParse<BreachKind>(word, out var kind) && Enum.IsDefined(kind) ? kind : (BreachKind?)null).ToList());
        if (what.Length is 0 or > LongestText || kinds.Count == 0 || kinds.Contains(null) || Moment(form) is not { } known || known > now || People(form) is not { } people)
            return null;
        return new Breach(Guid.NewGuid().ToString("N"), what, known, [.. kinds.OfType<BreachKind>().Distinct()], people)
        {
            IsHighRisk = form["risk"] == "high",
            Whom = new AffectedPeople(Words(form, "channel"), Words(form, "subject")),
        };
    }

    /// <summary>What was done or learnt; null when neither a step nor words are there.</summary>
    public static BreachEntry? ReadEntry(IFormCollection form, DateTimeOffset now, string by)
    {
        var (step, note) = (Words(form, "step"), Words(form, "note"));
        var known = Enum.TryParse<BreachStep>(step, out var done) && done is BreachStep.Controller or BreachStep.Authority or BreachStep.Closed;
        return note.Length > LongestText || (step.Length > 0 && !known) || (step.Length == 0 && note.Length == 0) ? null : new BreachEntry(now, by, known ? done : null, note);
    }

    static DateTimeOffset? Moment(IFormCollection form) =>
        DateTime.TryParseExact(Words(form, "known"), "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) && known.Year is > 2000 and < 2200
            ? new DateTimeOffset(known, KigaliTime.Zone.BaseUtcOffset).ToUniversalTime()
            : null;

    static int? People(IFormCollection form) =>
        Words(form, "people").Length == 0 ? 0
        : int.TryParse(Words(form, "people"), NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people <= MostPeople ? people : null;

    static string Words(IFormCollection form, string field) => form[field].ToString().Trim();
}
