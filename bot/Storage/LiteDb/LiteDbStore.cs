using LiteDB;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>One storage folder, owned: the lock, the journal with its writer, the database file with its keeper. What the ports of this folder share.</summary>
sealed class LiteDbStore : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(4);

    readonly StorageLock? owned;
    readonly Journal journal;
    readonly LiteDbFile file;
    readonly Layers layers;
    readonly LiteDbRhythm rhythm;
    readonly Upkeep upkeep;
    readonly LiteDbWriter writer;
    readonly LiteDbKeeper keeper;

    /// <exception cref="StorageInUseException">Another process owns the folder.</exception>
    /// <exception cref="SettingException">Its key is not there, or is another one.</exception>
    public LiteDbStore(StorageOptions options) : this(SealedFolder.Take(options), options)
    {
    }

    LiteDbStore(SealedFolder folder, StorageOptions options) : this(folder.Lock, new FolderDisk(options.Path), options, TimeProvider.System, isStepped: false, folder.Vault)
    {
    }

    /// <param name="owned">Held until the store is closed; null when nobody else can come.</param>
    /// <param name="isStepped">Whether there are no threads: each write is committed by who writes, and rows move when Tick is called.</param>
    /// <param name="vault">Seals and opens its rows.</param>
    /// <exception cref="JournalDamagedException">What was acknowledged cannot be read.</exception>
    public LiteDbStore(StorageLock? owned, IDisk disk, StorageOptions options, TimeProvider clock, bool isStepped, Vault vault)
    {
        (this.owned, Vault) = (owned, vault);
        try
        {
            journal = new Journal(disk);
            file = LiteDbOpening.Open(disk, journal);
            layers = new Layers(LiteDbKeeper.CatchUp(file, journal, journal.Last));
        }
        catch
        {
            file?.Dispose();
            journal?.Dispose();
            owned?.Dispose();
            throw;
        }
        rhythm = new LiteDbRhythm(layers, clock);
        upkeep = new Upkeep(disk, journal, options);
        keeper = new LiteDbKeeper(file, journal, layers, rhythm, upkeep, isStepped);
        writer = new LiteDbWriter(journal, layers, () => new Draft(Find, Has, vault), rhythm, isStepped);
        AdministratorsUpgrade.Run(this);
    }

    /// <summary>Uncommitted changes were thrown away: forget what was remembered of them. Raised on the writer's thread.</summary>
    public event Action? Lost
    {
        add => rhythm.Lost += value;
        remove => rhythm.Lost -= value;
    }

    /// <summary>Rows were committed. Raised on the writer's thread, in their order, before anybody is told: what it does must be short.</summary>
    public event Action<IReadOnlyList<Change>>? Changed
    {
        add => rhythm.Changed += value;
        remove => rhythm.Changed -= value;
    }

    /// <summary>What seals and opens its rows, and names its addresses.</summary>
    public Vault Vault { get; }

    /// <summary>Whether the disk is nearly full.</summary>
    public bool IsLow => upkeep.IsLow;

    /// <summary>Why rows could not be moved into the database file last; null when they could.</summary>
    public Exception? Trouble => keeper.Trouble;

    /// <summary>What is wrong with the database file, for an operator; null when nothing was found.</summary>
    public string? Damage => keeper.Damage;

    /// <summary>Sequence of the last record.</summary>
    public long LastRecord => journal.Last;

    /// <summary>Length of the journal.</summary>
    public long JournalBytes => journal.Bytes;

    /// <summary>Writes that were committed since the start, and in how many groups.</summary>
    public (long Writes, long Groups) Commits => rhythm.Commits;

    /// <summary>Does the work on the writer's thread; durable on return.</summary>
    public Task WriteAsync(Action<Draft> work, CancellationToken stop) => writer.WriteAsync(work, null, TimeSpan.Zero, stop);

    /// <summary>The same with something to be done in the order of the writes; what the caller does next must be short.</summary>
    public Task WriteAsync(Action<Draft> work, Action whenDurable, CancellationToken stop) => writer.WriteAsync(work, whenDurable, TimeSpan.Zero, stop);

    /// <summary>The same for what nobody waits for right now: it goes with others that come within some milliseconds, and costs no flush of its own.</summary>
    public Task WriteWithOthersAsync(Action<Draft> work, Action whenDurable, CancellationToken stop) => writer.WriteAsync(work, whenDurable, Patience, stop);

    /// <summary>The row; null when there is none.</summary>
    public BsonDocument? Find(string collection, string id) =>
        Opened(collection, layers.Now.TryGet(LiteDbSchema.Place(collection), id, out var row) ? row is null ? null : StoredRow.Read(row) : file.Read(engine => Bundles.Find(engine, collection, id)));

    /// <summary>A row with its secrets sealed, made ready before the writer's thread takes it.</summary>
    public StoredRow Seal(string collection, StoredRow row) => SealedRow.Seal(Vault, collection, row);

    /// <summary>Whether there is such a row.</summary>
    public bool Has(string collection, string id) =>
        layers.Now.TryGet(LiteDbSchema.Place(collection), id, out var row) ? row is not null : file.Read(engine => Bundles.Find(engine, collection, id)) is not null;

    /// <summary>The rows of these ids that are there, in no order.</summary>
    public List<BsonDocument> Find(string collection, IReadOnlySet<string> ids) => Look(
        collection,
        LiteDbRows.Where("_id IN @0", new BsonArray(ids.Select(id => new BsonValue(id)))),
        row => ids.Contains(row["_id"].AsString));

    /// <summary>The rows whose ids are key/number, with numbers between two, in their order.</summary>
    public IReadOnlyList<BsonDocument> Range(string collection, string key, long first, long last) => last < first ? [] : Opened(collection, file.Read(engine =>
    {
        var now = layers.Now;
        var rows = new SortedDictionary<long, BsonDocument?>();
        for (var number = first; number <= last; number++)
            if (now.TryGet(LiteDbSchema.Place(collection), StoredKeys.Numbered(key, number), out var row))
                rows[number] = row is null ? null : StoredRow.Read(row);
        if (rows.Count <= last - first)
            foreach (var row in Bundles.Range(engine, collection, key, first, last))
                rows.TryAdd(StoredKeys.NumberIn(row["_id"]), row);
        return rows.Values.OfType<BsonDocument>().ToList();
    }));

    /// <summary>The greatest number of the file's rows whose ids are key/number; -1 when there is none. Newer rows are not looked at: who makes them knows their number.</summary>
    public long LastNumber(string collection, string key) => file.Read(engine =>
        engine.All(collection, LiteDbRows.Last(key)).Select(row => Bundles.In(row).Last()).Select(row => StoredKeys.NumberIn(row["_id"])).FirstOrDefault(-1));

    /// <summary>Whether the file has any row of the collection.</summary>
    public bool Has(string collection) => file.Read(engine => engine.All(collection, new Query { Limit = 1 }).Count > 0);

    /// <summary>All rows of a collection, in no order.</summary>
    public List<BsonDocument> All(string collection) => Look(collection, new Query(), static _ => true);

    /// <summary>The rows whose field has the value, in no order.</summary>
    public List<BsonDocument> By(string collection, string field, string value) =>
        Look(collection, LiteDbRows.Where($"{field} = @0", value), row => row[field] == value);

    /// <summary>All rows of a collection, of each only its id and these fields, in no order.</summary>
    public List<BsonDocument> All(string collection, params string[] fields) =>
        Look(collection, Only(new Query(), fields), static _ => true);

    /// <summary>Ids of the rows whose field has the value, in no order.</summary>
    public IEnumerable<string> KeysBy(string collection, string field, string value) =>
        Look(collection, Only(LiteDbRows.Where($"{field} = @0", value)), row => row[field] == value).Select(row => row["_id"].AsString);

    /// <summary>The rows whose number is at most so great, the smallest first, at most so many.</summary>
    public List<BsonDocument> UpTo(string collection, string field, long greatest, int most)
    {
        var query = LiteDbRows.Where($"{field} <= @0", greatest);
        // Those that a layer knows better are dropped: the file may give so many more.
        (query.OrderBy, query.Limit) = (BsonExpression.Create(field), most + layers.Now.Rows(LiteDbSchema.Place(collection)).Count);
        return [.. Look(collection, query, row => row[field].AsInt64 <= greatest).OrderBy(row => row[field].AsInt64).ThenBy(row => row["_id"].AsString, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>The rows whose ids are key/anything, in no order.</summary>
    public List<BsonDocument> Under(string collection, string key) => Look(collection, LiteDbRows.Where("_id BETWEEN @0 AND @1", $"{key}/", $"{key}0"), row => row["_id"].AsString.StartsWith($"{key}/", StringComparison.Ordinal));

    /// <summary>A collection's rows that are newer than the file's, and what finds others in the file; sealed.</summary>
    public (IReadOnlyDictionary<string, byte[]?> Newer, Func<Query, List<BsonDocument>> Read) Raw(string collection) =>
        (layers.Now.Rows(LiteDbSchema.Place(collection)), query => file.Read(engine => engine.All(collection, query)));

    /// <summary>What LiteDB finds in the file, after all that is committed was moved into it.</summary>
    public List<BsonDocument> Read(string collection, Query query) => keeper.Do(() =>
    {
        keeper.Settle();
        return file.Read(engine => engine.All(collection, query));
    });

    /// <summary>The rows that a row of the file stands for, opened.</summary>
    public IEnumerable<BsonDocument> In(string collection, BsonDocument row) => Bundles.In(row).Select(one => SealedRow.Open(Vault, collection, one));

    /// <summary>One regular move of rows into the database file, where there is no thread that does it.</summary>
    public void Tick() => keeper.Tick(isIdle: true);

    /// <summary>Writes a backup of everything that is committed now, while the store goes on.</summary>
    /// <param name="folder">Where media and keys lie.</param>
    /// <returns>What the backup says of itself.</returns>
    public BackupManifest BackUp(Stream zip, string folder)
    {
        // Between two moves of the keeper, so that no base or segment goes away meanwhile.
        var (files, last) = keeper.Do(upkeep.Open);
        var manifest = new BackupManifest(BackupManifest.Known, last, rhythm.Clock.GetUtcNow());
        LiteDbBackup.Write(zip, files, manifest, folder);
        return manifest;
    }

    /// <summary>Forgets what is remembered of rows. On the writer's thread.</summary>
    public void Forget() => rhythm.Dropped();

    /// <summary>The journal goes on in a file of its own. On the writer's thread.</summary>
    public void EndSegment() => journal.EndSegment();

    /// <summary>Makes a base of all that is committed now.</summary>
    public void MakeBase() => keeper.Do<object?>(() =>
    {
        keeper.MakeBase();
        return null;
    });

    public void Dispose()
    {
        writer.Dispose();
        keeper.Dispose();
        file.Dispose();
        journal.Dispose();
        rhythm.Dispose();
        owned?.Dispose();
    }

    static Query Only(Query query, params string[] fields)
    {
        query.Select = BsonExpression.Create($"{{{string.Join(",", fields.Prepend("_id").Select(field => $"{field}:$.{field}"))}}}");
        return query;
    }

    /// <summary>What the file and the layers over it know together.</summary>
    /// <param name="query">For the file.</param>
    /// <param name="isWanted">The same condition for a row of a layer.</param>
    List<BsonDocument> Look(string collection, Query query, Func<BsonDocument, bool> isWanted) => Opened(collection, file.Read(engine =>
    {
        var newer = layers.Now.Rows(LiteDbSchema.Place(collection));
        var rows = engine.All(collection, query);
        if (Bundles.Has(collection))
            rows = [.. rows.SelectMany(Bundles.In)];
        if (newer.Count > 0)
            rows.RemoveAll(row => row["_id"].IsString && newer.ContainsKey(row["_id"].AsString));
        rows.AddRange(newer.Values.OfType<byte[]>().Select(StoredRow.Read).Where(isWanted));
        return rows;
    }));

    // Not while the file is read: readers wait for each other there.
    List<BsonDocument> Opened(string collection, List<BsonDocument> rows)
    {
        foreach (var row in rows)
            SealedRow.Open(Vault, collection, row);
        return rows;
    }

    BsonDocument? Opened(string collection, BsonDocument? row) => row is null ? null : SealedRow.Open(Vault, collection, row);
}
