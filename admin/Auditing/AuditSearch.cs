using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using RbcBot.Admin.Rounds;
using RbcBot.Core.Calendar;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.Auditing;

/// <summary>What is filtered on the audit page; it lives in the address.</summary>
/// <param name="From">First day in Kigali; null sets no bound.</param>
/// <param name="To">Last day in Kigali; null sets no bound.</param>
/// <param name="Before">Only rows below this seq; null begins at the latest.</param>
public sealed record AuditSearch(string Actor, string Act, string Object, AuditOutcome? Outcome, DateOnly? From, DateOnly? To, long? Before)
{
    const int LongestWords = 200;

    public AuditQuery Query => new(Actor, Act, Object, Outcome, From is { } from ? KigaliTime.Start(from) : null, To is { } to ? KigaliTime.Start(to.AddDays(1)) : null);

    /// <summary>Reads the query string; null when it holds what no form of ours sends.</summary>
    public static AuditSearch? Of(IQueryCollection query)
    {
        var (actor, act, id, outcome, before) = (Words(query, "actor"), Words(query, "act"), Words(query, "object"), Words(query, "outcome"), Words(query, "after"));
        if (!AnswerQuery.TryDay(query["from"], out var from) || !AnswerQuery.TryDay(query["to"], out var to) || IsFar(from) || IsFar(to) || new[] { actor, act, id }.Any(words => words.Length > LongestWords))
            return null;
        if (outcome.Length > 0 && !(Enum.TryParse<AuditOutcome>(outcome, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed)))
            return null;
        if (before.Length > 0 && !long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return null;
        return new AuditSearch(
            actor, act, id, outcome.Length == 0 ? null : Enum.Parse<AuditOutcome>(outcome, ignoreCase: true), from, to,
            before.Length == 0 ? null : long.Parse(before, CultureInfo.InvariantCulture));
    }

    /// <summary>The query string of the same from below a seq; of null, from the latest.</summary>
    public string Address(long? before)
    {
        var query = new QueryBuilder();
        (string Name, string Value)[] fields =
        [
            ("actor", Actor), ("act", Act), ("object", Object), ("outcome", Outcome?.ToString() ?? ""), ("from", AnswerQuery.Written(From)), ("to", AnswerQuery.Written(To)),
            ("after", before?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ];
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
            query.Add(name, value);
        return query.ToString();
    }

    // Nothing is noted there, and the ends of the calendar have no day beside them.
    static bool IsFar(DateOnly? day) => day is { Year: < 2000 or > 2200 };

    static string Words(IQueryCollection query, string name) => query[name].ToString().Trim();
}
