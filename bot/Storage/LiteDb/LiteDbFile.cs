using LiteDB;
using LiteDB.Engine;
using Microsoft.Win32.SafeHandles;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The open database: LiteDB's engine over our own streams. Written by one thread only; read by any.</summary>
sealed class LiteDbFile : IDisposable
{
    const int PageBytes = 8192;
    const int MostReaders = 32;

    readonly string folder;
    readonly ReaderWriterLockSlim gate = new();
    readonly SemaphoreSlim readers = new(MostReaders);
    SafeFileHandle? data, log;
    Fence? fence;
    LiteEngine? engine;
    long commits;

    public LiteDbFile(string folder)
    {
        this.folder = folder;
        Open();
    }

    /// <summary>Whether a read failed: LiteDB closes its engine for good on some errors, and then the writer must open it again.</summary>
    public bool IsSuspect { get; private set; }

    /// <summary>Length of the log in pages: what a checkpoint will move.</summary>
    public long LogPages => log is { IsClosed: false } ? RandomAccess.GetLength(log) / PageBytes : 0;

    /// <summary>All rows of the query, taken out at once: an open cursor would keep the log from ever shrinking.</summary>
    public List<BsonDocument> Read(string collection, Query query)
    {
        readers.Wait();
        gate.EnterReadLock();
        try
        {
            return LiteDbRows.All(Engine, collection, query);
        }
        catch
        {
            IsSuspect = true;
            throw;
        }
        finally
        {
            gate.ExitReadLock();
            readers.Release();
        }
    }

    /// <summary>Does the work in one transaction that is on disk on return. After an exception the file must be reopened.</summary>
    public void Commit(Action<ILiteEngine> work)
    {
        Engine.BeginTrans();
        work(Engine);
        // Every commit changes this row, so that every commit writes exactly one confirming page: they can be counted.
        Engine.Upsert(LiteDbSchema.Commits, [new BsonDocument { ["_id"] = 1, ["n"] = ++commits }], BsonAutoId.ObjectId);
        Engine.Commit();
        Fence.WaitFor(commits);
        Fence.FlushLog();
    }

    /// <summary>Moves the log into the data file; readers wait meanwhile.</summary>
    public void Checkpoint()
    {
        gate.EnterWriteLock();
        try
        {
            Engine.Checkpoint();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>Closes whatever state it is in and opens what is on disk.</summary>
    public void Reopen()
    {
        gate.EnterWriteLock();
        try
        {
            Close();
            Open();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public void Dispose()
    {
        Close();
        gate.Dispose();
        readers.Dispose();
    }

    LiteEngine Engine => engine ?? throw new IOException("The database is closed.");

    Fence Fence => fence ?? throw new IOException("The database is closed.");

    void Open()
    {
        data = OpenFile("rbcbot.db");
        log = OpenFile("rbcbot-log.db");
        fence = new Fence(data, log);
        TrimTorn(data, log);
        engine = new LiteEngine(new EngineSettings
        {
            DataStream = new PageStream(data, fence.WriteData, fence.FlushData),
            LogStream = new PageStream(log, fence.WriteLog, static () => { }),
            // Any other collation folds case and ignores characters, and differs between machines.
            Collation = Collation.Binary,
        });
        LiteDbSchema.Prepare(engine);
        engine.Checkpoint();
        commits = fence.Confirms;
        IsSuspect = false;
    }

    void Close()
    {
        try
        {
            engine?.Dispose();
        }
        catch (Exception failure) when (failure is IOException or LiteException or ObjectDisposedException or AggregateException)
        {
            // A broken engine is thrown away: what is on disk counts.
        }
        engine = null;
        data?.Dispose();
        log?.Dispose();
    }

    SafeFileHandle OpenFile(string name) =>
        File.OpenHandle(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    // A page that was cut while it was written was never acknowledged.
    static void TrimTorn(SafeFileHandle data, SafeFileHandle log)
    {
        foreach (var file in (SafeFileHandle[])[data, log])
            RandomAccess.SetLength(file, RandomAccess.GetLength(file) / PageBytes * PageBytes);
    }
}
