using System.Diagnostics.CodeAnalysis;
using LiteDB;
using LiteDB.Engine;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The open database file: LiteDB's engine over our own streams. Written by one thread only; read by any.</summary>
sealed class LiteDbFile : IDisposable
{
    public const string DataName = "rbcbot.db";
    public const string LogName = DataName + LogSuffix;

    const string LogSuffix = "-pages";
    const string NewName = "rbcbot-new.db";
    const string NewLogName = NewName + LogSuffix;
    const string OldLogName = "rbcbot-log.db";
    const int MostReaders = 32;

    readonly IDisk disk;
    readonly string name;
    readonly ReaderWriterLockSlim gate = new();
    readonly SemaphoreSlim readers = new(MostReaders);
    IDiskFile? data, log;
    Fence? fence;
    SharedEngine? engine;
    long commits;

    /// <param name="name">Of the file, where it is not the store's own.</param>
    /// <exception cref="Exception">Whatever LiteDB finds wrong with a damaged file.</exception>
    public LiteDbFile(IDisk disk, string name = DataName)
    {
        (this.disk, this.name) = (disk, name);
        try
        {
            Open();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether a read failed, or opening it again did: LiteDB closes its engine for good on some errors, and then the keeper must open it again.</summary>
    public bool IsSuspect { get; private set; }

    /// <summary>Sequence of the last record of the journal that is wholly in the file.</summary>
    public long Applied { get; private set; }

    /// <summary>Whether it is from before there was a journal.</summary>
    public bool IsOld { get; private set; }

    /// <summary>Whether it is from before there were runs: rows that belong there lie in it.</summary>
    public bool HasTurned { get; private set; }

    /// <summary>Length of the log in pages: what a checkpoint will move.</summary>
    public long LogPages => log is { } open ? open.Length / CheckedPages.PageBytes : 0;

    /// <summary>Looks into the file.</summary>
    /// <exception cref="IOException">The file cannot be read now.</exception>
    public T Read<T>(Func<SharedEngine, T> look)
    {
        readers.Wait();
        gate.EnterReadLock();
        try
        {
            return look(Engine);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            IsSuspect = true;
            throw failure as IOException ?? new IOException("The database file could not be read.", failure);
        }
        finally
        {
            gate.ExitReadLock();
            readers.Release();
        }
    }

    /// <summary>Does the work in one transaction. It may be lost by a power cut, never in part; after an exception the file must be reopened.</summary>
    /// <param name="applied">Sequence up to which the journal is in the file with this.</param>
    public void Commit(Action<SharedEngine> work, long applied)
    {
        Engine.Alone(static engine => engine.BeginTrans());
        work(Engine);
        // Every commit changes this row, so that every commit writes exactly one confirming page: they can be counted.
        Engine.Put(LiteDbSchema.Commits, [new BsonDocument { ["_id"] = 1, ["n"] = ++commits, ["applied"] = applied }]);
        Engine.Alone(static engine => engine.Commit());
        Fence.WaitFor(commits);
        Applied = applied;
    }

    /// <summary>Moves the log into the data file, which is on disk on return; readers wait meanwhile.</summary>
    /// <exception cref="IOException">It is not; the file must be reopened.</exception>
    public void Checkpoint() => Alone(() =>
    {
        Engine.Alone(static engine => engine.Checkpoint());
        Fence.ThrowIfBroken();
    });

    /// <summary>Does something while nobody reads.</summary>
    public void Alone(Action work)
    {
        gate.EnterWriteLock();
        try
        {
            work();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>Closes whatever state it is in and opens what the file holds.</summary>
    public void Reopen() => Alone(() =>
    {
        Close();
        Open();
    });

    public void Dispose()
    {
        Close();
        gate.Dispose();
        readers.Dispose();
    }

    SharedEngine Engine => engine ?? throw new IOException("The database is closed.");

    Fence Fence => fence ?? throw new IOException("The database is closed.");

    void Open()
    {
        if (!disk.Names().Contains(name))
            Make();
        else if (disk.Names().Contains(OldLogName))
            TakeOldLog();
        Open(name, name + LogSuffix);
        commits = fence.Confirms;
        var row = engine.All(LiteDbSchema.Commits, new Query()).FirstOrDefault();
        IsOld = row is not null && !row.ContainsKey("applied");
        Applied = row is { } known && !IsOld ? known["applied"].AsInt64 : 0;
        IsSuspect = false;
    }

    [MemberNotNull(nameof(engine), nameof(fence))]
    void Open(string dataName, string logName)
    {
        (data, log) = (disk.Open(dataName), logName == OldLogName ? disk.Open(logName) : new CheckedPages(disk.Open(logName)));
        fence = new Fence(data, log);
        TrimTorn(data, log);
        engine = new SharedEngine(new LiteEngine(new EngineSettings
        {
            DataStream = new PageStream(data, fence, fence.WriteData, fence.FlushData),
            LogStream = new PageStream(log, fence, fence.WriteLog, static () => { }),
            // Any other collation folds case and ignores characters, and differs between machines.
            Collation = Collation.Binary,
        }));
        engine.Alone(all => HasTurned = LiteDbSchema.Prepare(all) < LiteDbSchema.FirstWithRuns);
        engine.Alone(static engine => engine.Checkpoint());
        fence.ThrowIfBroken();
    }

    // Under another name until it is whole: LiteDB makes its first pages in no order that a cut would respect.
    void Make()
    {
        foreach (var name in (string[])[NewName, NewLogName, name + LogSuffix])
            disk.Delete(name);
        Open(NewName, NewLogName);
        Close();
        Fence.ThrowIfBroken();
        using (var made = disk.Open(NewName))
            made.Flush();
        disk.Delete(NewLogName);
        disk.Rename(NewName, name);
        disk.FlushNames();
    }

    // Before version 1 the log had no check sums.
    void TakeOldLog()
    {
        Open(DataName, OldLogName);
        Close();
        Fence.ThrowIfBroken();
        using (var taken = disk.Open(DataName))
            taken.Flush();
        disk.Delete(OldLogName);
        disk.FlushNames();
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
        (data, log, IsSuspect) = (null, null, true);
    }

    // A page that was cut while it was written was never confirmed.
    static void TrimTorn(params IDiskFile[] files)
    {
        foreach (var file in files.Where(file => file.Length % CheckedPages.PageBytes != 0))
            file.SetLength(file.Length / CheckedPages.PageBytes * CheckedPages.PageBytes);
    }
}
