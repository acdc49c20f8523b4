using System.Runtime.InteropServices;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rows side by side in memory, each under its key: whoever goes over all of them reads memory in order, instead of waiting for it row by row. For one thread at a time.</summary>
sealed class RowBlock<TKey, TRow> where TKey : notnull
{
    const int First = 16;

    readonly Dictionary<TKey, int> places = [];
    TKey[] keys = new TKey[First];
    TRow[] rows = new TRow[First];

    /// <summary>All of them, in no order.</summary>
    public ReadOnlySpan<TRow> Rows => rows.AsSpan(0, places.Count);

    public void Put(TKey key, TRow row)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var isThere);
        if (!isThere)
        {
            place = Room();
            keys[place] = key;
        }
        rows[place] = row;
    }

    /// <summary>Takes one away; the last one comes into its place.</summary>
    public void Remove(TKey key)
    {
        if (!places.Remove(key, out var place))
            return;
        var last = places.Count;
        if (place != last)
        {
            (keys[place], rows[place]) = (keys[last], rows[last]);
            places[keys[place]] = place;
        }
        Array.Clear(keys, last, 1);
        Array.Clear(rows, last, 1);
    }

    // The key's place is counted already.
    int Room()
    {
        var place = places.Count - 1;
        if (place == rows.Length)
        {
            Array.Resize(ref keys, place * 2);
            Array.Resize(ref rows, place * 2);
        }
        return place;
    }
}
