using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What writer and keeper tell each other: something was committed, something was thrown away, there is room or there is none.</summary>
sealed class LiteDbRhythm(Layers layers, TimeProvider clock) : IDisposable
{
    /// <summary>Rows in memory from which on the keeper is called early.</summary>
    const int Many = 20_000;

    /// <summary>Rows in memory from which on the writer waits for the keeper: what the memory of a small machine bears.</summary>
    public const int TooMany = 50_000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>While the database file is being copied nothing can be moved into it: gigabytes take their time, and it ends.</summary>
    static readonly TimeSpan PatienceWithCopy = TimeSpan.FromMinutes(5);

    readonly ManualResetEventSlim room = new(true);

    /// <summary>The keeper is called, to move rows into the database file. Raised on the writer's thread.</summary>
    public event Action? Called;

    /// <summary>Uncommitted changes were thrown away: forget what was remembered of them. Raised on the writer's thread.</summary>
    public event Action? Lost;

    /// <summary>Rows were committed. Raised on the writer's thread.</summary>
    public event Action<IReadOnlyList<Change>>? Changed;

    public TimeProvider Clock => clock;

    /// <summary>Whether the database file is being copied.</summary>
    public bool IsCopying { get; set; }

    /// <summary>Writes that were committed so far, and in how many groups.</summary>
    public (long Writes, long Groups) Commits { get; private set; }

    public void Committed(int writes)
    {
        Commits = (Commits.Writes + writes, Commits.Groups + 1);
        if (layers.Now.Newer.Entries < Many)
            return;
        if (layers.Now.Newer.Entries >= TooMany)
            room.Reset();
        Called?.Invoke();
    }

    public void Published(IReadOnlyList<Change> changes) => Changed?.Invoke(changes);

    public void Dropped() => Lost?.Invoke();

    /// <exception cref="IOException">The keeper makes no room: the database file cannot be written.</exception>
    public void WaitForRoom()
    {
        var begun = clock.GetTimestamp();
        while (!room.Wait(Patience))
            if (!IsCopying || clock.GetElapsedTime(begun) > PatienceWithCopy)
                throw new IOException("The database file takes nothing any more.");
    }

    /// <summary>The newer generation is empty again.</summary>
    public void Turned() => room.Set();

    public void Dispose() => room.Dispose();
}
