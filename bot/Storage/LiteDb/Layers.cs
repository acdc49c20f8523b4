using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What lies over the database file: rows that it does not have yet. The newer generation takes what is committed, the older one is on its way into the file.</summary>
sealed class Layers(Generation? older)
{
    readonly Lock turning = new();
    volatile Both both = new(new Generation(), older);

    /// <summary>Both as they are: what is looked up in them, and then in the file, is seen, wherever it moves meanwhile.</summary>
    public Both Now => both;

    public void Publish(long sequence, IReadOnlyList<Change> changes)
    {
        lock (turning)
            both.Newer.Take(sequence, changes);
    }

    /// <summary>The generation that goes into the file next; null when there is nothing to go.</summary>
    public Generation? Turn()
    {
        lock (turning)
        {
            if (both.Older is null && both.Newer.Last > 0)
                both = new Both(new Generation(), both.Newer);
            return both.Older;
        }
    }

    /// <summary>The older generation is in the file.</summary>
    public void Settled() => Replace(null);

    /// <summary>The file lost what it had not flushed: this is what it lacks, in the older one's place.</summary>
    public void Replace(Generation? lacking)
    {
        lock (turning)
            both = both with { Older = lacking };
    }

    /// <param name="Older">Null when all of it is in the file.</param>
    public sealed record Both(Generation Newer, Generation? Older)
    {
        /// <summary>Whether a layer knows the row; null when it was deleted.</summary>
        public bool TryGet(int collection, string id, out byte[]? row)
        {
            if (Newer.TryGet(collection, id, out row))
                return true;
            return Older is not null && Older.TryGet(collection, id, out row);
        }

        /// <summary>All rows of a collection that are newer than the file's, by id; null for those that were deleted.</summary>
        public Dictionary<string, byte[]?> Rows(int collection)
        {
            var rows = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
            foreach (var (id, row) in (Older?.Rows(collection) ?? []).Concat(Newer.Rows(collection)))
                rows[id] = row;
            return rows;
        }
    }
}
