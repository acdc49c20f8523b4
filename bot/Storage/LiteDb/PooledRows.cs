using System.Buffers;
using System.Runtime.CompilerServices;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rows for as long as a page is made, in memory that is used again: of a whole country they are some megabytes, which would have to be collected after every look.</summary>
sealed class PooledRows<TRow> : IDisposable
{
    readonly TRow[] rows;

    public PooledRows(ReadOnlySpan<TRow> some)
    {
        rows = ArrayPool<TRow>.Shared.Rent(some.Length);
        some.CopyTo(rows);
        Count = some.Length;
    }

    public int Count { get; private set; }

    public Span<TRow> Rows => rows.AsSpan(0, Count);

    /// <summary>Leaves out all others.</summary>
    public void Keep(Func<TRow, bool> isWanted)
    {
        var kept = 0;
        foreach (ref readonly var row in Rows)
            if (isWanted(row))
                rows[kept++] = row;
        Count = kept;
    }

    // Cleared where they would keep others alive.
    public void Dispose() => ArrayPool<TRow>.Shared.Return(rows, RuntimeHelpers.IsReferenceOrContainsReferences<TRow>());
}
