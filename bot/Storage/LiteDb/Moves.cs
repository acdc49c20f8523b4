using LiteDB;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Brings what a generation has for LiteDB into its file.</summary>
static class Moves
{
    const int RowsInTransaction = 500;

    /// <summary>Writes it in some transactions; only the last one says that all of it is there, so that after a failure all of it is written again.</summary>
    public static void Write(LiteDbFile file, Generation generation)
    {
        foreach (var rows in Rows(generation).Chunk(RowsInTransaction))
            file.Commit(engine => Write(engine, rows), file.Applied);
        file.Commit(static _ => { }, generation.Last);
    }

    // In the order of their ids: neighbours lie on the same pages.
    static IEnumerable<Change> Rows(Generation generation) => LiteDbSchema.InFile.Select(LiteDbSchema.Place)
        .SelectMany(collection => generation.Changes(collection).OrderBy(change => change.Id, StringComparer.Ordinal));

    static void Write(SharedEngine engine, IEnumerable<Change> rows)
    {
        foreach (var collection in rows.GroupBy(row => row.Collection))
            Write(engine, LiteDbSchema.Collections[collection.Key], [.. collection]);
    }

    static void Write(SharedEngine engine, string name, IReadOnlyList<Change> rows)
    {
        // A row that is known to be new need not be looked for, which is half of the work.
        engine.Insert(name, rows.Where(row => row.IsBorn).Select(row => row.Document).OfType<BsonDocument>());
        engine.Put(name, rows.Where(row => !row.IsBorn).Select(row => row.Document).OfType<BsonDocument>());
        engine.Delete(name, rows.Where(row => row.Row is null).Select(row => row.Id));
    }
}
