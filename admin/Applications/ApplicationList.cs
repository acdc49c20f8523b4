using System.Globalization;
using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Applications;

/// <summary>What is searched among applications; it lives in the address.</summary>
/// <param name="District">As a label; "" shows all.</param>
public sealed record ApplicationQuery(string Words, Standing? Standing, string District, int Page)
{
    /// <summary>Reads the query string; null when it holds what no form of ours sends.</summary>
    public static ApplicationQuery? Of(IQueryCollection query) =>
        AnswerQuery.Of(query) is { } known ? new ApplicationQuery(known.Words, known.Standing, query["district"].ToString(), known.Page) : null;
}

/// <summary>One page of applications.</summary>
/// <param name="Districts">All districts that applied, for the filter.</param>
public sealed record ApplicationList(
    ApplicationQuery Query, IReadOnlyList<ApplicationLine> Lines, IReadOnlyList<string> Districts, int Found, int All)
{
    /// <summary>What it can be sorted by.</summary>
    public static readonly IReadOnlyCollection<string> Sorts = ["name", "state", "district", "merit", "touched"];

    /// <summary>As the address asks for it.</summary>
    public required TableOrder Order { get; init; }

    /// <summary>Of which moment it is; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    public int Pages => TableOrder.Pages(Found);

    internal static ApplicationList Of(ApplicationQuery query, TableOrder order, IReadOnlyList<ApplicationLine> all)
    {
        var found = Sorted(all.Where(line => Matches(line, query)), order).ToList();
        return new ApplicationList(
            query,
            order.Cut(found),
            [.. all.Select(line => line.District).Where(district => district.Length > 0).Distinct().Order(StringComparer.InvariantCulture)],
            found.Count, all.Count)
        { Order = order };
    }

    // Of the same name or merit, the latest first.
    static IEnumerable<ApplicationLine> Sorted(IEnumerable<ApplicationLine> lines, TableOrder order)
    {
        var latest = lines.OrderByDescending(line => line.Session.Touched);
        return order.By switch
        {
            "name" => order.Sort(latest, line => line.Name, StringComparer.InvariantCultureIgnoreCase),
            "state" => order.Sort(latest, line => line.Standing),
            "district" => order.Sort(latest, line => line.District, StringComparer.InvariantCultureIgnoreCase),
            "merit" => order.Sort(latest, line => double.TryParse(line.Merit, CultureInfo.InvariantCulture, out var merit) ? merit : double.MinValue),
            _ => order.Sort(latest, line => line.Session.Touched),
        };
    }

    static bool Matches(ApplicationLine line, ApplicationQuery query) =>
        (query.Standing is null || line.Standing == query.Standing)
        && (query.District.Length == 0 || line.District == query.District)
        && (query.Words.Length == 0 || new[] { line.FullName, line.Facility, line.Profession, line.District, line.Session.Person.Value }.Any(text =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, query.Words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));
}
