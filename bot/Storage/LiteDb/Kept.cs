using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Something small that is read out of a few rows and stays good until one of them changes: this process alone writes them.</summary>
sealed class Kept<T> where T : class
{
    readonly Func<T> read;
    readonly int place;
    long changes;
    (long Changes, T Value)? kept;

    /// <param name="collection">Whose rows it is read out of.</param>
    public Kept(LiteDbStore store, string collection, Func<T> read)
    {
        (this.read, place) = (read, LiteDbSchema.Place(collection));
        store.Changed += Look;
    }

    public T Value
    {
        get
        {
            // Counted before the look: what changes meanwhile is looked for again.
            var before = Interlocked.Read(ref changes);
            lock (read)
            {
                if (kept is { } known && known.Changes == before)
                    return known.Value;
                var value = read();
                kept = (before, value);
                return value;
            }
        }
    }

    void Look(IReadOnlyList<Change> committed)
    {
        foreach (var change in committed)
            if (change.Collection == place)
            {
                Interlocked.Increment(ref changes);
                return;
            }
    }
}
