using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using RbcBot.Admin.Rounds;

namespace RbcBot.Admin.Applications;

/// <summary>What is searched among applications; it lives in the address.</summary>
/// <param name="District">As a label; "" shows all.</param>
public sealed record ApplicationQuery(string Words, Standing? Standing, string District, int Page)
{
    /// <summary>Reads the query string; null when it holds what no form of ours sends.</summary>
    public static ApplicationQuery? Of(IQueryCollection query) =>
        AnswerQuery.Of(query) is { } known ? new ApplicationQuery(known.Words, known.Standing, query["district"].ToString(), known.Page) : null;

    /// <summary>The query string for another page of the same.</summary>
    public string Address(int page)
    {
        var query = new QueryBuilder { { "q", Words }, { "district", District }, { "page", page.ToString(CultureInfo.InvariantCulture) } };
        if (Standing is { } standing)
            query.Add("state", standing.ToString());
        return query.ToString();
    }
}

/// <summary>One page of applications.</summary>
/// <param name="Districts">All districts that applied, for the filter.</param>
public sealed record ApplicationList(
    ApplicationQuery Query, IReadOnlyList<ApplicationLine> Lines, IReadOnlyList<string> Districts, int Found, int All)
{
    public int Pages => Math.Max(1, (Found + AnswerQuery.PageSize - 1) / AnswerQuery.PageSize);

    internal static ApplicationList Of(ApplicationQuery query, IReadOnlyList<ApplicationLine> all)
    {
        var found = all.Where(line => Matches(line, query)).OrderByDescending(line => line.Session.Touched).ToList();
        return new ApplicationList(
            query,
            [.. found.Skip((query.Page - 1) * AnswerQuery.PageSize).Take(AnswerQuery.PageSize)],
            [.. all.Select(line => line.District).Where(district => district.Length > 0).Distinct().Order(StringComparer.InvariantCulture)],
            found.Count, all.Count);
    }

    static bool Matches(ApplicationLine line, ApplicationQuery query) =>
        (query.Standing is null || line.Standing == query.Standing)
        && (query.District.Length == 0 || line.District == query.District)
        && (query.Words.Length == 0 || new[] { line.FullName, line.Facility, line.Profession, line.District, line.Session.Person.Value }.Any(text =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, query.Words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));
}
