using LiteDB;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Moves what turns change out of a LiteDB file from before there were runs. Killed at any moment, it begins again: the old file stays until all is on disk.</summary>
static class RunUpgrade
{
    const string Moved = "rbcbot-moved.db";
    const int Page = 2000, EntriesInRun = 20_000;

    /// <summary>Names of the files that it works on.</summary>
    public static readonly IReadOnlyList<string> Names = [Moved, $"{Moved}-pages"];

    /// <summary>Takes a file, which is closed here; its rows are then in runs and in a new file of its name.</summary>
    public static void Run(IDisk disk, LiteDbFile file)
    {
        file.Checkpoint();
        disk.Delete(RunList.Name);
        using (var stack = new RunStack(disk))
            MoveTurned(file, stack);
        CopyOthers(disk, file);
        file.Dispose();
        disk.Delete(LiteDbFile.LogName);
        disk.Rename(Moved, LiteDbFile.DataName);
        disk.Delete($"{Moved}-pages");
        disk.FlushNames();
    }

    // Entries of indexes are in no order, so that they get runs of their own.
    static void MoveTurned(LiteDbFile file, RunStack stack)
    {
        var rows = new RunRows(stack);
        List<(byte[] Key, byte[]? Row)> entries = [];
        foreach (var collection in LiteDbSchema.InRuns)
            foreach (var some in Rows(file, LiteDbSchema.Collections[collection]).Select(row => new Change(collection, row.Id, row.Bytes)).Chunk(EntriesInRun))
            {
                var all = some.SelectMany(rows.Entries).ToList();
                entries.AddRange(all.Where(entry => RowKey.IsEntry(entry.Key)));
                Add(stack, [.. all.Where(entry => !RowKey.IsEntry(entry.Key))], file.Applied);
                if (entries.Count >= EntriesInRun)
                    Add(stack, entries, file.Applied);
            }
        Add(stack, entries, file.Applied);
        stack.Settle();
    }

    static void Add(RunStack stack, List<(byte[] Key, byte[]? Row)> entries, long applied)
    {
        RunRows.Add(stack, entries, applied);
        entries.Clear();
    }

    static void CopyOthers(IDisk disk, LiteDbFile file)
    {
        foreach (var name in Names)
            disk.Delete(name);
        using var moved = new LiteDbFile(disk, Moved);
        foreach (var collection in LiteDbSchema.InFile.Where(name => name != LiteDbSchema.Commits))
            foreach (var some in Documents(file, collection).Chunk(Page))
                moved.Commit(engine => engine.Put(collection, some), file.Applied);
        moved.Commit(static _ => { }, file.Applied);
        moved.Checkpoint();
    }

    static IEnumerable<StoredRow> Rows(LiteDbFile file, string collection) => Documents(file, collection).SelectMany(Bundles.In).Select(Row);

    static StoredRow Row(BsonDocument row)
    {
        if (!row["_id"].IsString)
            row["_id"] = StoredKeys.Numbered("0", row["_id"].AsInt64); // before the ids of the journal's records, which begin with zeros
        return StoredRow.Of(row);
    }

    // Page by page: a query that is left open would hold the file.
    static IEnumerable<BsonDocument> Documents(LiteDbFile file, string collection)
    {
        BsonValue last = BsonValue.MinValue;
        while (true)
        {
            var query = LiteDbRows.Where("_id > @0", last);
            (query.OrderBy, query.Limit) = (BsonExpression.Create("_id"), Page);
            var rows = file.Read(engine => engine.All(collection, query));
            last = rows.Count > 0 ? rows[^1]["_id"] : last;
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Page)
                yield break;
        }
    }
}
