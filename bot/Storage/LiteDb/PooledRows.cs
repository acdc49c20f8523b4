using System.Buffers;
using System.Runtime.CompilerServices;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rows for as long as a page is made, in memory that is used again: of a whole country they are some megabytes, which would have to be collected after every look.</summary>
sealed class PooledRows<TRow> : IDisposable
{
    const int First = 1024;

    TRow[] rows = ArrayPool<TRow>.Shared.Rent(First);

    public int Count { get; private set; }

    public Span<TRow> Rows => rows.AsSpan(0, Count);

    public void Add(TRow row)
    {
        if (Count == rows.Length)
            Grow();
        rows[Count++] = row;
    }

    public void Dispose() => GiveBack(rows);

    void Grow()
    {
        var larger = ArrayPool<TRow>.Shared.Rent(rows.Length * 2);
        Rows.CopyTo(larger);
        GiveBack(rows);
        rows = larger;
    }

    // Cleared where it would keep others alive.
    static void GiveBack(TRow[] some) => ArrayPool<TRow>.Shared.Return(some, RuntimeHelpers.IsReferenceOrContainsReferences<TRow>());
}
