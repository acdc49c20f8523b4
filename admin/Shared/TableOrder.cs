using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Shared;

/// <summary>How a long list is asked for: by which column, which page of it. It lives in the address: sort=name, sort=-name, page=3, after=….</summary>
/// <param name="By">The column's word in the address.</param>
/// <param name="IsDescending">Whether the greatest or latest comes first.</param>
/// <param name="Page">From 1; for lists whose pages are numbered.</param>
/// <param name="After">The row the page follows on, in the store's own words, for lists whose pages are not numbered; "" at the beginning.</param>
public sealed record TableOrder(string By, bool IsDescending, int Page, string After)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    const string SortField = "sort", PageField = "page", AfterField = "after";
    const int LastPage = 1_000_000, LongestMark = 200;

    /// <summary>Rows before the page.</summary>
    public int Skipped => (Page - 1) * PageSize;

    /// <summary>Reads the query string; null when it holds what no link of ours sends.</summary>
    /// <param name="usual">The order until somebody chooses, such as -touched.</param>
    /// <param name="columns">What the list can be sorted by.</param>
    public static TableOrder? Of(IQueryCollection query, string usual, params IReadOnlyCollection<string> columns)
    {
        var (sort, after, page) = (query[SortField].ToString(), query[AfterField].ToString(), 1);
        if (sort.Length == 0)
            sort = usual;
        if (query[PageField].ToString() is { Length: > 0 } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= LastPage))
            return null;
        var by = sort.TrimStart('-');
        return after.Length <= LongestMark && sort.Length - by.Length <= 1 && (columns.Contains(by) || sort == usual) ? new TableOrder(by, by.Length < sort.Length, page, after) : null;
    }

    /// <summary>How many pages so many rows fill; one when there are none.</summary>
    public static int Pages(int rows) => Math.Max(1, (rows + PageSize - 1) / PageSize);

    /// <summary>The rows of the page, out of all of them.</summary>
    public IReadOnlyList<TRow> Cut<TRow>(IEnumerable<TRow> rows) => [.. rows.Skip(Skipped).Take(PageSize)];

    /// <summary>All rows in the order asked for; equal ones stay as they are. A page that is cut out of it costs no sorting of the others.</summary>
    public IOrderedEnumerable<TRow> Sort<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key, IComparer<TKey>? comparer = null) =>
        IsDescending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);

    /// <summary>The same list sorted by a column: the other way round when it is sorted by it already.</summary>
    internal string SortedBy(Visit visit, string column) =>
        visit.With((SortField, By == column && !IsDescending ? "-" + column : column), (PageField, null), (AfterField, null));

    internal static string At(Visit visit, int page) => visit.With((PageField, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    internal static string At(Visit visit, string after) => visit.With((AfterField, after), (PageField, null));
}
