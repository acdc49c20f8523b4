using System.Globalization;
using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

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
        var words = Folding.Fold(query.Words);
        var found = all.Where(line => Matches(line, query, words)).ToList();
        return new ApplicationList(
            query,
            order.Cut(Sorted(found, order)),
            [.. all.Select(line => line.District).Where(district => district.Length > 0).Distinct().Order(StringComparer.InvariantCulture)],
            found.Count, all.Count)
        { Order = order };
    }

    // Of the same name or merit, the latest first. Names are compared as they are searched: without case and accents.
    static IEnumerable<ApplicationLine> Sorted(IEnumerable<ApplicationLine> lines, TableOrder order) => (order.By switch
    {
        "name" => order.Sort(lines, line => Folding.Fold(line.Name), StringComparer.Ordinal),
        "state" => order.Sort(lines, line => line.Standing),
        "district" => order.Sort(lines, line => Folding.Fold(line.District), StringComparer.Ordinal),
        "merit" => order.Sort(lines, line => double.TryParse(line.Merit, CultureInfo.InvariantCulture, out var merit) ? merit : double.MinValue),
        _ => order.Sort(lines, line => line.Session.Touched),
    }).ThenByDescending(line => line.Session.Touched);

    static bool Matches(ApplicationLine line, ApplicationQuery query, string words) =>
        (query.Standing is null || line.Standing == query.Standing)
        && (query.District.Length == 0 || line.District == query.District)
        && line.Sought.Contains(words, StringComparison.Ordinal);
}
