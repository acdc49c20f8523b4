using System.Globalization;
using LiteDB;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>
/// Rows that came into being together under one key, with numbers near each other, are one row of the database file, which is a fraction of the work
/// for LiteDB. Its id is that of the first of them. One alone stays as it is.
/// </summary>
static class Bundles
{
    /// <summary>A bundle holds rows whose numbers are less than this above the first one's.</summary>
    const int Reach = 16;

    const string Rows = "rows";

    /// <summary>Whether rows of the collection may be bundled: those of which many are made and few ever changed. None of them may be asked for by a field.</summary>
    public static bool Has(string collection) => collection is LiteDbSchema.Outbox or LiteDbSchema.Facts;

    /// <summary>The rows that a row of the file stands for.</summary>
    public static IEnumerable<BsonDocument> In(BsonDocument row) => row[Rows] switch
    {
        { IsBinary: true } bytes => StoredRow.ReadAll(bytes.AsBinary),
        { IsArray: true } rows => rows.AsArray.Select(one => one.AsDocument), // as version 1 wrote them
        _ => [row],
    };

    /// <summary>The row of the id; null when there is none.</summary>
    public static BsonDocument? Find(SharedEngine engine, string collection, string id) => Has(collection)
        ? Around(engine, collection, id).SelectMany(In).FirstOrDefault(row => row["_id"] == id)
        : engine.Find(collection, id);

    /// <summary>The rows whose ids are key/number, with numbers between two.</summary>
    public static IEnumerable<BsonDocument> Range(SharedEngine engine, string collection, string key, long first, long last) => Has(collection)
        ? engine.All(collection, LiteDbRows.Between(key, Math.Max(0, first - Reach + 1), last))
            .SelectMany(In).Where(row => StoredKeys.NumberIn(row["_id"]) is var number && number >= first && number <= last)
        : engine.All(collection, LiteDbRows.Between(key, first, last));

    /// <summary>Brings changes into the file.</summary>
    /// <param name="changes">In the order of their ids.</param>
    public static void Write(SharedEngine engine, string collection, IReadOnlyList<Change> changes)
    {
        engine.Insert(collection, Bundled(changes.Where(change => change.IsBorn)));
        foreach (var change in changes.Where(change => !change.IsBorn))
            Write(engine, collection, change);
    }

    static IEnumerable<BsonDocument> Bundled(IEnumerable<Change> born)
    {
        List<(string Id, byte[] Row)> some = [];
        foreach (var change in born)
        {
            if (change.Row is not { } row)
                continue;
            if (some.Count > 0 && !IsNear(some[0].Id, change.Id))
            {
                yield return Bundle(some);
                some = [];
            }
            some.Add((change.Id, row));
        }
        if (some.Count > 0)
            yield return Bundle(some);
    }

    static BsonDocument Bundle(List<(string Id, byte[] Row)> rows) =>
        rows.Count == 1 ? StoredRow.Read(rows[0].Row) : Bundle(rows[0].Id, [.. rows.Select(one => one.Row)]);

    // One behind the other, as they are: reading them only to write them again would be most of the work.
    static BsonDocument Bundle(string id, IReadOnlyList<byte[]> rows)
    {
        var (all, at) = (new byte[rows.Sum(row => row.Length)], 0);
        foreach (var row in rows)
        {
            row.CopyTo(all, at);
            at += row.Length;
        }
        return new BsonDocument { ["_id"] = id, [Rows] = all };
    }

    static bool IsNear(string first, string id) => KeyOf(first) == KeyOf(id) && StoredKeys.NumberIn(id) - StoredKeys.NumberIn(first) < Reach;

    static void Write(SharedEngine engine, string collection, Change change)
    {
        var holder = Around(engine, collection, change.Id).Find(row => row["_id"] == change.Id || In(row).Any(one => one["_id"] == change.Id));
        if (holder is null || !holder.ContainsKey(Rows))
            Write(engine, collection, change.Id, change.Document);
        else
            Write(engine, collection, holder["_id"], Changed(holder, change));
    }

    static void Write(SharedEngine engine, string collection, string id, BsonDocument? row)
    {
        if (row is null)
            engine.Delete(collection, [id]);
        else
            engine.Put(collection, [row]);
    }

    // Null when no row is left in it.
    static BsonDocument? Changed(BsonDocument bundle, Change change)
    {
        var rows = In(bundle).Where(row => row["_id"] != change.Id).Concat(change.Document is { } row ? [row] : [])
            .OrderBy(row => row["_id"].AsString, StringComparer.Ordinal).ToList();
        return rows.Count == 0 ? null : Bundle(bundle["_id"], [.. rows.Select(row => StoredRow.Of(row).Bytes)]);
    }

    // The rows of the file that may hold the row of an id.
    static List<BsonDocument> Around(SharedEngine engine, string collection, string id)
    {
        var (key, number) = (KeyOf(id), StoredKeys.NumberIn(id));
        var first = Math.Max(0, number - Reach + 1).ToString(CultureInfo.InvariantCulture).PadLeft(id.Length - key.Length, '0');
        return engine.All(collection, LiteDbRows.Where("_id BETWEEN @0 AND @1", key + first, id));
    }

    // All before the number.
    static string KeyOf(string id) => id[..(id.LastIndexOf('/') + 1)];
}
