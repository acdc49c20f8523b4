using System.Globalization;
using RbcBot.Core.Conversations;

namespace RbcBot.Core.Evaluation;

/// <summary>Submitted sessions as analyses read them.</summary>
static class Answered
{
    /// <summary>Submitted sessions, the last one of each person in a round.</summary>
    public static IReadOnlyList<Session> LastOfEach(IEnumerable<Session> sessions) =>
        [.. sessions.Where(session => session.Submitted is not null)
            .GroupBy(session => (session.Person, session.Subject))
            .Select(own => own.OrderBy(session => session.Submitted).Last())
            .OrderBy(session => session.Id, StringComparer.Ordinal)];

    /// <summary>Submitted values by the question's own name; blanks are left out.</summary>
    public static IReadOnlyDictionary<string, string> ByName(Session session)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var answer in session.Submission.Where(answer => answer.Value.Length > 0))
            values.TryAdd(answer.Path[(answer.Path.LastIndexOf('/') + 1)..], answer.Value);
        return values;
    }

    /// <summary>Submitted values by path; the first one where a path comes twice.</summary>
    public static IReadOnlyDictionary<string, string> ByPath(Session session)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var answer in session.Submission)
            values.TryAdd(answer.Path, answer.Value);
        return values;
    }

    /// <summary>The whole number of a value; null when it is none ("don't know", "does not apply", nothing).</summary>
    public static double? Number(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
