using System.Collections.Concurrent;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The only thread that writes the files of rows: moves into them what the journal holds, some seconds behind, many turns at once.</summary>
sealed class LiteDbKeeper : IDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    readonly RowFiles files;
    readonly Journal journal;
    readonly Layers layers;
    readonly LiteDbRhythm rhythm;
    readonly Upkeep upkeep;
    readonly BlockingCollection<Action> jobs = [];
    readonly FileCheck check;
    readonly RunMerger merger;
    readonly Thread? thread;
    int called;
    long turned;

    /// <param name="isStepped">Whether it works only when it is asked to, without a thread: for simulations.</param>
    public LiteDbKeeper(RowFiles files, Journal journal, Layers layers, LiteDbRhythm rhythm, Upkeep upkeep, bool isStepped)
    {
        (this.files, this.journal, this.layers, this.rhythm, this.upkeep) = (files, journal, layers, rhythm, upkeep);
        (check, merger) = (new FileCheck(files), new RunMerger(upkeep.Disk, files.Runs.Stack, isStepped));
        upkeep.Look();
        rhythm.Called += Call;
        if (isStepped)
            return;
        thread = new Thread(Run) { Name = "storage keeper", IsBackground = true };
        thread.Start();
    }

    /// <summary>Why the file could not be written last; null when it could.</summary>
    public Exception? Trouble { get; private set; }

    /// <summary>What is wrong with the database file, for an operator; null when nothing was found. At the next start it is made again from the journal.</summary>
    public string? Damage { get; private set; }

    /// <summary>Does a job on the keeper's thread, between two moves; waits until it is done.</summary>
    public T Do<T>(Func<T> job)
    {
        if (thread is null)
            return job();
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        jobs.Add(() =>
        {
            try
            {
                done.SetResult(job());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Moves all that was committed before the call into the file and flushes it. On the keeper's thread.</summary>
    /// <exception cref="IOException">The file could not be written.</exception>
    public void Settle()
    {
        // Twice: an older generation may be on its way, and what was committed since is in the newer one.
        for (var time = 0; time < 2; time++)
            Move();
        files.Settle();
    }

    /// <summary>Makes a base of the files as they are. On the keeper's thread.</summary>
    public void MakeBase()
    {
        rhythm.IsCopying = true;
        try
        {
            Settle();
            upkeep.MakeBase(files.Applied, files.Runs.Stack.List());
        }
        finally
        {
            rhythm.IsCopying = false;
        }
    }

    /// <summary>Moves all that is committed into the files, which are then to become whole. On the keeper's thread.</summary>
    public bool WantWhole()
    {
        Settle();
        merger.WantWhole();
        return true;
    }

    /// <summary>Whether nothing is left in the runs of what rows were before; goes on with it. On the keeper's thread.</summary>
    public bool MakeWhole()
    {
        merger.Look();
        if (merger.IsWholeWanted)
            return false;
        files.Settle();
        return true;
    }

    /// <summary>One regular move: rows into the file, and when the log has grown, the log into the data file.</summary>
    public void Tick(bool isIdle)
    {
        Volatile.Write(ref called, 0);
        upkeep.Look();
        try
        {
            Move();
            if (!upkeep.IsLow)
                merger.Look();
            if (files.IsSettlingDue(isIdle))
                files.Settle();
            if (upkeep.IsBaseDue)
                MakeBase();
            Trouble = null;
        }
        catch (Exception failure)
        {
            Trouble = failure;
            Recover();
        }
    }

    /// <summary>Moves what is left and stops.</summary>
    public void Dispose()
    {
        jobs.CompleteAdding();
        thread?.Join();
        merger.Dispose();
        Tick(isIdle: true);
        Tick(isIdle: true);
        jobs.Dispose();
    }

    // Once, after the start, a piece at a time while nothing else is to be done: nobody waits for it.
    void CheckNext()
    {
        if (Damage is not null)
            return;
        try
        {
            Damage = check.Next();
            if (Damage is not null)
                upkeep.Condemn();
        }
        catch (IOException failure)
        {
            Trouble = failure;
        }
    }

    void Run()
    {
        while (!jobs.IsCompleted)
            if (jobs.TryTake(out var job, Every))
                job();
            else
            {
                Tick(isIdle: layers.Now.Newer.Entries == 0);
                CheckNext();
            }
    }

    void Call()
    {
        if (Interlocked.Exchange(ref called, 1) == 0 && !jobs.IsAddingCompleted)
            jobs.Add(() => Tick(isIdle: false));
    }

    void Move()
    {
        if (files.IsSuspect)
            Recover();
        // What comes now must not lie over what is lacking.
        if (files.IsSuspect)
            throw Trouble as IOException ?? new IOException("The files of rows could not be opened again.", Trouble);
        if (layers.Turn() is not { } generation)
            return;
        turned = generation.Last;
        rhythm.Turned();
        files.Write(generation);
        files.File.Alone(layers.Settled);
    }

    // What is on disk counts. When the file lacks what it seemed to have taken, the journal has it.
    void Recover()
    {
        try
        {
            files.Reopen();
            layers.Replace(CatchingUp.Run(files, journal, turned));
            files.Runs.Stack.Show();
        }
        catch (Exception failure)
        {
            // Still broken: the next tick tries again, and the journal goes on meanwhile.
            Trouble = failure;
        }
    }
}
