using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Faults.Cuts;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The machine that the bot runs on: a disk, a clock and one life of the bot after the other.</summary>
sealed class Machine(Random chance, Ledger ledger, SimulatedLine line, EventLog log, Tally tally) : IDisposable
{
    const string JournalFile = "journal-";
    const int MostWrites = 25;

    /// <summary>A disk on which a store was made: most runs begin with it, because making one takes as long as a run.</summary>
    static readonly Lazy<CutDisk> Made = new(Make);

    CutDisk? next;
    int fuse;
    bool isPower, isAnyFile;
    int cutSeed;

    public CutDisk Disk { get; private set; } = chance.Next(4) == 0 ? new CutDisk() : Made.Value.Cut(new Random(0));

    public SimulatedClock Clock { get; private set; } = new(Sample.Noon, TimeSpan.Zero);

    /// <summary>How long the run has lasted.</summary>
    public TimeSpan Elapsed => Clock.TrueTime - Sample.Noon;

    /// <summary>The life that is led now.</summary>
    public SimulatedBot Bot { get; private set; } = null!; // Start comes before all else

    /// <summary>What the middle decides.</summary>
    public required Func<Witness, Conversation, Inbound, DateTimeOffset, Turn> Take { get; init; }

    public Witness Witness { get; private set; } = null!; // as Bot

    /// <summary>Opens the store and brings the bot up; the checker holds the store against what it knows.</summary>
    public void Start()
    {
        Clock = new SimulatedClock(Clock.TrueTime, Clock.Shift);
        var seed = chance.Next();
        if (chance.Next(8) == 0)
            Arm(isAnyFile: true);
        while (!TryStart(seed))
        {
            (Disk.IsFull, Disk.FailingFlushes) = (false, 0);
            Disk = next ?? Disk;
            next = null;
        }
        fuse = 0;
        var view = Bot.View(Clock);
        ledger.Restarted(view);
        StoreCheck.Check(ledger, view);
    }

    /// <summary>Does something with the bot; when it dies of it, brings it up again. False when it died or its store failed.</summary>
    public bool Do(Action<SimulatedBot> deed)
    {
        var isDone = true;
        try
        {
            deed(Bot);
        }
        catch (IOException)
        {
            isDone = false;
        }
        ThrowFault();
        if (!Disk.IsGone)
            return isDone;
        Rise();
        return false;
    }

    public void Pass(TimeSpan time) => Do(_ => Clock.Advance(time));

    /// <summary>The bot will die at one of the next writes to its journal, or to any of its files.</summary>
    public void Arm(bool isAnyFile) => (fuse, this.isAnyFile, isPower, cutSeed) = (chance.Next(1, MostWrites), isAnyFile, chance.Next(2) == 0, chance.Next());

    public void Disarm() => fuse = 0;

    /// <summary>The bot dies in the middle of moving rows into the database file.</summary>
    public void DieInTick()
    {
        Arm(isAnyFile: true);
        Do(bot =>
        {
            bot.Tick();
            Die();
        });
    }

    /// <summary>The bot dies now, by kill -9 or because the power is cut.</summary>
    public void Die()
    {
        if (Disk.IsGone)
            return;
        log.Add(isPower ? "power cut" : "killed");
        tally.Count(isPower ? "power cuts" : "kills");
        // Before the disk is gone: LiteDB's own thread may burn the fuse, and whoever sees it gone looks for the next.
        next = isPower ? Disk.Cut(new Random(cutSeed)) : Disk.Same();
        Disk.Leave();
    }

    public void DieNow()
    {
        (isPower, cutSeed) = (chance.Next(2) == 0, chance.Next());
        Do(_ => Die());
    }

    /// <summary>The bot is asked to end, and comes up again.</summary>
    public void StopAndStart()
    {
        Do(bot => bot.Stop());
        log.Add("stopped");
        tally.Count("stops");
        Bot.Dispose();
        Start();
    }

    public void ThrowFault()
    {
        if ((line.Fault ?? Witness.Fault) is { } fault)
            throw fault;
    }

    public void Dispose() => Bot?.Dispose();

    static CutDisk Make()
    {
        var disk = new CutDisk();
        new LiteDbStore(null, disk, new StorageOptions(), TimeProvider.System, isStepped: true, Sample.Vault).Dispose();
        return disk;
    }

    bool TryStart(int seed)
    {
        Witness = new Witness(ledger, Disk);
        Disk.Happens = Burn;
        var isTroubled = Disk.IsFull || Disk.FailingFlushes > 0;
        try
        {
            var witness = Witness;
            Bot = new SimulatedBot(Disk, Clock, witness, line, (talk, inbound, now) => Take(witness, talk, inbound, now), new Random(seed), log);
            if (!Disk.IsGone)
                return true;
            Bot.Dispose();
            return false;
        }
        // Who dies while starting, or starts on a broken disk, may stumble over anything.
        catch (Exception) when (Disk.IsGone || isTroubled)
        {
            return false;
        }
    }

    void Rise()
    {
        Bot.Dispose();
        Disk = next ?? throw new InvalidOperationException("The disk went without a death.");
        next = null;
        Start();
    }

    void Burn(string file)
    {
        if (fuse > 0 && (isAnyFile || file.StartsWith(JournalFile, StringComparison.Ordinal)) && --fuse == 0)
            Die();
    }
}
