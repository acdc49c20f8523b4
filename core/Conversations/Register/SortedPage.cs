namespace RbcBot.Core.Conversations.Register;

/// <summary>A page of many rows in their order, without putting all of them in order and without a copy.</summary>
public static class SortedPage
{
    /// <summary>So few are sorted sooner than parted.</summary>
    const int Few = 32;
    /// <summary>Partings until what is left is sorted after all: mostly some twenty are enough.</summary>
    const int MostPartings = 64;

    /// <summary>The rows of the page, in their order; all rows are moved about for it.</summary>
    /// <param name="skip">So many are left out before.</param>
    /// <param name="most">At most so many are given.</param>
    public static ReadOnlySpan<TRow> Of<TRow>(Span<TRow> rows, int skip, int most, Comparison<TRow> order)
    {
        if (skip >= rows.Length)
            return [];
        Part(rows, skip, order);
        var rest = rows[skip..];
        var page = rest[..Math.Min(most, rest.Length)];
        Part(rest, page.Length, order);
        page.Sort(order);
        return page;
    }

    /// <summary>Moves the first of them, in their order, before all others.</summary>
    static void Part<TRow>(Span<TRow> rows, int first, Comparison<TRow> order)
    {
        for (var partings = 0; rows.Length > Few && partings < MostPartings; partings++)
        {
            if (first <= 0 || first >= rows.Length)
                return;
            var middle = Parted(rows, order);
            rows = first < middle ? rows[..middle] : rows[middle..];
            first = first < middle ? first : first - middle;
        }
        if (first > 0 && first < rows.Length)
            rows.Sort(order);
    }

    /// <summary>Parts them at one of them; where the greater ones begin, which is never at an end.</summary>
    static int Parted<TRow>(Span<TRow> rows, Comparison<TRow> order)
    {
        var pivot = Middle(rows[0], rows[rows.Length / 2], rows[^1], order);
        for (var (low, high) = (0, rows.Length - 1); ; low++, high--)
        {
            while (order(rows[low], pivot) < 0)
                low++;
            while (order(rows[high], pivot) > 0)
                high--;
            if (low >= high)
                return high + 1;
            (rows[low], rows[high]) = (rows[high], rows[low]);
        }
    }

    static TRow Middle<TRow>(TRow one, TRow other, TRow third, Comparison<TRow> order)
    {
        if (order(one, other) > 0)
            (one, other) = (other, one);
        return order(third, one) <= 0 ? one : order(third, other) >= 0 ? other : third;
    }
}
