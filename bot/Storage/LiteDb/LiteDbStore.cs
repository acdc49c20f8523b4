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
    readonly RowFiles files;
    readonly Layers layers;
    readonly LiteDbRhythm rhythm;
    readonly Upkeep upkeep;
    readonly LiteDbWriter writer;
    readonly LiteDbKeeper keeper;

    /// <exception cref="StorageInUseException">Another process owns the folder.</exception>
    /// <exception cref="SettingException">Its key is not there, or is another one.</exception>
    public LiteDbStore(StorageOptions options) : this(SealedFolder.Take(options), options) => RegisterUpgrade.MarkNew(this);

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
            files = LiteDbOpening.Open(disk, journal);
            layers = new Layers(CatchingUp.Run(files, journal, journal.Last));
        }
        catch
        {
            files?.Dispose();
            journal?.Dispose();
            owned?.Dispose();
            throw;
        }
        Rows = new LayeredRows(layers, files, vault);
        rhythm = new LiteDbRhythm(layers, clock);
        upkeep = new Upkeep(disk, journal, options);
        keeper = new LiteDbKeeper(files, journal, layers, rhythm, upkeep, isStepped);
        writer = new LiteDbWriter(journal, layers, () => new Draft(Rows.Find, Rows.Has, vault), rhythm, isStepped);
        AdministratorsUpgrade.Run(this);
    }

    static readonly TimeSpan WholeLook = TimeSpan.FromMilliseconds(50);

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

    /// <summary>What is committed.</summary>
    public LayeredRows Rows { get; }

    /// <summary>The row; null when there is none.</summary>
    public BsonDocument? Find(string collection, string id) => Rows.Find(collection, id);

    /// <summary>A row with its secrets sealed, made ready before the writer's thread takes it.</summary>
    public StoredRow Seal(string collection, StoredRow row) => SealedRow.Seal(Vault, collection, row);

    /// <summary>The rows whose ids are key/number, with numbers between two, in their order.</summary>
    public IReadOnlyList<BsonDocument> Range(string collection, string key, long first, long last) => Rows.Range(collection, key, first, last);

    /// <summary>All rows of a collection, in no order.</summary>
    public List<BsonDocument> All(string collection) => Rows.All(collection);

    /// <summary>All rows of a collection, of each only its id and these fields, in no order.</summary>
    public List<BsonDocument> All(string collection, params string[] fields) => Rows.All(collection, fields);

    /// <summary>All rows of a collection in the order of their ids, a page in memory at a time, after all that is committed was moved into the files.</summary>
    /// <param name="after">Only those behind this id.</param>
    public IEnumerable<BsonDocument> InOrder(string collection, string? after = null)
    {
        keeper.Do(() =>
        {
            keeper.Settle();
            return true;
        });
        return Rows.InOrder(collection, after);
    }

    /// <summary>Lets go of what rows were that changed or went: all runs become one, beside all else. Done on return.</summary>
    public async Task MakeWholeAsync(CancellationToken stop)
    {
        keeper.Do(keeper.WantWhole);
        while (!keeper.Do(keeper.MakeWhole))
            await Task.Delay(WholeLook, stop);
    }

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
        files.Dispose();
        journal.Dispose();
        rhythm.Dispose();
        owned?.Dispose();
    }
}
