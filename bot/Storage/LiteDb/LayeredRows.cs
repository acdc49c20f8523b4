using LiteDB;
using RbcBot.Bot.Storage.LiteDb.Runs;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What is committed: rows that are in memory over those in the files, opened.</summary>
/// <remarks>The layers are always looked at first: what moves from them into the files meanwhile is then seen in one of them, or in both.</remarks>
sealed class LayeredRows(Layers layers, RowFiles files, Vault vault)
{
    const int Page = 2000;

    /// <summary>So many rows are found sooner one by one than by walking.</summary>
    const int Few = 3;

    /// <summary>The row; null when there is none.</summary>
    public BsonDocument? Find(string collection, string id) => Opened(collection, layers.Now.TryGet(LiteDbSchema.Place(collection), id, out var row) ? Read(row) : InFiles(collection, id));

    /// <summary>The rows of these ids that are there, in their order.</summary>
    public IEnumerable<BsonDocument> Find(string collection, IEnumerable<string> ids) => ids.Select(id => Find(collection, id)).OfType<BsonDocument>();

    /// <summary>Whether there is such a row.</summary>
    public bool Has(string collection, string id) =>
        layers.Now.TryGet(LiteDbSchema.Place(collection), id, out var row) ? row is not null
        : LiteDbSchema.IsInRuns(collection) ? files.Runs.Find(LiteDbSchema.Place(collection), id) is not null
        : InFiles(collection, id) is not null;

    /// <summary>Whether the files have any row of the collection.</summary>
    public bool Any(string collection) => LiteDbSchema.IsInRuns(collection)
        ? files.Runs.All(LiteDbSchema.Place(collection)).Any()
        : files.File.Read(engine => engine.All(collection, new Query { Limit = 1 }).Count > 0);

    /// <summary>The rows whose ids are key/number, with numbers between two, in their order.</summary>
    public IReadOnlyList<BsonDocument> Range(string collection, string key, long first, long last)
    {
        if (last < first)
            return [];
        var (place, now) = (LiteDbSchema.Place(collection), layers.Now);
        var rows = new SortedDictionary<long, BsonDocument?>();
        for (var number = first; number <= last; number++)
            if (now.TryGet(place, StoredKeys.Numbered(key, number), out var row))
                rows[number] = Read(row);
        if (rows.Count <= last - first)
            foreach (var row in InFiles(collection, key, first, last))
                rows.TryAdd(StoredKeys.NumberIn(row["_id"]), row);
        return Opened(collection, rows.Values.OfType<BsonDocument>());
    }

    /// <summary>The rows whose ids are key/anything, in no order.</summary>
    public List<BsonDocument> Under(string collection, string key) => Opened(collection, Over(
        collection,
        row => row["_id"].AsString.StartsWith($"{key}/", StringComparison.Ordinal),
        () => files.Runs.Under(LiteDbSchema.Place(collection), key).Select(StoredRow.Read),
        LiteDbRows.Where("_id BETWEEN @0 AND @1", $"{key}/", $"{key}0")));

    /// <summary>The greatest number of the files' rows whose ids are key/number; -1 when there is none. Newer rows are not looked at: who makes them knows their number.</summary>
    public long LastNumber(string collection, string key) => files.Runs.LastNumber(LiteDbSchema.Place(collection), key);

    /// <summary>All rows of a collection, in no order.</summary>
    public List<BsonDocument> All(string collection) =>
        Opened(collection, Sealed(collection));

    /// <summary>The same as they lie in memory and in the files: sealed.</summary>
    public IEnumerable<BsonDocument> Sealed(string collection) => Over(collection, static _ => true, () => InRuns(collection).Select(StoredRow.Read), new Query());

    /// <summary>All rows of a collection, of each only its id and these fields, in no order.</summary>
    public List<BsonDocument> All(string collection, params string[] fields) =>
        [.. Over(collection, static _ => true, () => InRuns(collection).Select(StoredRow.Read), new Query()).Select(row => Only(row, fields))];

    /// <summary>The rows whose field has the value, in no order.</summary>
    public List<BsonDocument> By(string collection, string field, string value) => Opened(collection, Having(collection, field, value));

    /// <summary>Ids of the rows whose field has the value, in no order.</summary>
    public IEnumerable<string> KeysBy(string collection, string field, string value) => Having(collection, field, value).Select(row => row["_id"].AsString);

    /// <summary>The rows whose number is at most so great, the smallest first, at most so many.</summary>
    public List<BsonDocument> UpTo(string collection, string field, long greatest, int most)
    {
        // Those that a layer knows better are dropped: the files may give so many more.
        var enough = most + layers.Now.Rows(LiteDbSchema.Place(collection)).Count;
        var rows = Over(
            collection, row => row[field].AsInt64 <= greatest, () => Found(collection, files.Runs.UpTo(RowIndex.Of(collection, field), greatest, enough)), new Query());
        return Opened(collection, rows.OrderBy(row => row[field].AsInt64).ThenBy(row => row["_id"].AsString, StringComparer.Ordinal).Take(most));
    }

    /// <summary>The files' rows of a collection in the order of their ids, page by page: a query that is left open would hold LiteDB's file.</summary>
    /// <param name="after">Only those behind this id.</param>
    public IEnumerable<BsonDocument> InOrder(string collection, string? after = null) =>
        (LiteDbSchema.IsInRuns(collection) ? InRuns(collection, after).Select(StoredRow.Read) : Pages(collection, after)).Select(row => SealedRow.Open(vault, collection, row));

    IEnumerable<BsonDocument> Pages(string collection, string? after)
    {
        var last = after is null ? BsonValue.MinValue : new BsonValue(after);
        while (true)
        {
            var query = LiteDbRows.Where("_id > @0", last);
            (query.OrderBy, query.Limit) = (BsonExpression.Create("_id"), Page);
            var rows = files.File.Read(engine => engine.All(collection, query));
            last = rows.Count > 0 ? rows[^1]["_id"] : last;
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Page)
                yield break;
        }
    }

    /// <summary>Rows of the files and the layers over them.</summary>
    /// <param name="isWanted">For a row of a layer.</param>
    /// <param name="inRuns">The wanted rows, where they lie in runs.</param>
    /// <param name="inFile">The same for LiteDB's file.</param>
    IEnumerable<BsonDocument> Over(string collection, Func<BsonDocument, bool> isWanted, Func<IEnumerable<BsonDocument>> inRuns, Query inFile)
    {
        var newer = layers.Now.Rows(LiteDbSchema.Place(collection));
        var rows = LiteDbSchema.IsInRuns(collection) ? inRuns() : files.File.Read(engine => engine.All(collection, inFile));
        return rows.Where(row => !row["_id"].IsString || !newer.ContainsKey(row["_id"].AsString)).Concat(newer.Values.OfType<byte[]>().Select(StoredRow.Read).Where(isWanted));
    }

    IEnumerable<BsonDocument> Having(string collection, string field, string value) => Over(
        collection,
        row => row[field] == value,
        () => Found(collection, files.Runs.By(RowIndex.Of(collection, field), value)).Where(row => row[field] == value),
        LiteDbRows.Where($"{field} = @0", value));

    BsonDocument? InFiles(string collection, string id) => LiteDbSchema.IsInRuns(collection)
        ? Read(files.Runs.Find(LiteDbSchema.Place(collection), id))
        : files.File.Read(engine => engine.Find(collection, id));

    IEnumerable<BsonDocument> InFiles(string collection, string key, long first, long last) => LiteDbSchema.IsInRuns(collection)
        ? last - first < Few
            ? Found(collection, Enumerable.Range(0, (int)(last - first) + 1).Select(some => StoredKeys.Numbered(key, first + some)))
            : files.Runs.Range(LiteDbSchema.Place(collection), key, first, last).Select(static one => StoredRow.Read(one.Row))
        : files.File.Read(engine => engine.All(collection, LiteDbRows.Between(key, first, last)));

    IEnumerable<byte[]> InRuns(string collection, string? after = null) => files.Runs.All(LiteDbSchema.Place(collection), after).Select(static one => one.Row);

    IEnumerable<BsonDocument> Found(string collection, IEnumerable<string> ids) =>
        ids.Select(id => files.Runs.Find(LiteDbSchema.Place(collection), id)).OfType<byte[]>().Select(StoredRow.Read);

    List<BsonDocument> Opened(string collection, IEnumerable<BsonDocument> rows) => [.. rows.Select(row => SealedRow.Open(vault, collection, row))];

    BsonDocument? Opened(string collection, BsonDocument? row) => row is null ? null : SealedRow.Open(vault, collection, row);

    static BsonDocument? Read(byte[]? row) => row is null ? null : StoredRow.Read(row);

    static BsonDocument Only(BsonDocument row, string[] fields)
    {
        var some = new BsonDocument { ["_id"] = row["_id"] };
        foreach (var field in fields)
            some[field] = row[field];
        return some;
    }
}
