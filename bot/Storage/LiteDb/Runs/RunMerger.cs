using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Makes few runs of many, beside all else. What it is told, it is told on the thread that changes the runs.</summary>
/// <param name="isStepped">Whether it works while it is looked after, without a thread: for simulations.</param>
sealed class RunMerger(IDisk disk, RunStack stack, bool isStepped) : IDisposable
{
    readonly CancellationTokenSource stop = new();
    RunMerge? merge;
    Thread? thread;
    RunMerge? whole;
    Run? made;
    Exception? failure;

    /// <summary>Whether all runs are still to become one.</summary>
    public bool IsWholeWanted { get; private set; }

    /// <summary>All runs are to become one, the next time: until then what rows were before lies in the older ones.</summary>
    public void WantWhole() => IsWholeWanted = true;

    /// <summary>Puts a run that is made in the place of those it is made of, and begins with the next.</summary>
    /// <exception cref="IOException">It could not be made; it will be tried again.</exception>
    public void Look()
    {
        if (merge is not null && thread is not { IsAlive: true })
            End();
        if (merge is null && !stop.IsCancellationRequested && Next() is { } due)
            Begin(due);
    }

    /// <summary>Lets go of what is half made.</summary>
    public void Dispose()
    {
        if (stop.IsCancellationRequested)
            return;
        stop.Cancel();
        thread?.Join();
        if (merge is not null && made is not null)
            End();
    }

    RunMerge? Next()
    {
        whole = IsWholeWanted ? stack.Whole() : null;
        IsWholeWanted = whole is not null;
        return whole ?? stack.Due();
    }

    void Begin(RunMerge due)
    {
        (merge, made, failure) = (due, null, null);
        if (isStepped)
        {
            Make();
            End();
            return;
        }
        thread = new Thread(Make) { Name = "storage merger", IsBackground = true, Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    void Make()
    {
        try
        {
            made = merge?.Write(disk, stop.Token);
        }
        catch (Exception fault)
        {
            failure = fault;
        }
    }

    void End()
    {
        var (done, run, fault) = (merge, made, failure);
        (merge, made, failure, thread) = (null, null, null, null);
        if (run is not null && done is not null)
            IsWholeWanted &= !stack.Replace(done, run) || done != whole;
        else if (fault is not null)
            throw fault as IOException ?? new IOException("Runs could not be made one.", fault);
    }
}
