using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Makes few runs of many, beside all else. What it is told, it is told on the thread that changes the runs.</summary>
/// <param name="isStepped">Whether it works while it is looked after, without a thread: for simulations.</param>
sealed class RunMerger(IDisk disk, RunStack stack, bool isStepped) : IDisposable
{
    readonly CancellationTokenSource stop = new();
    RunMerge? merge;
    Thread? thread;
    Run? made;
    Exception? failure;

    /// <summary>Puts a run that is made in the place of those it is made of, and begins with the next.</summary>
    /// <exception cref="IOException">It could not be made; it will be tried again.</exception>
    public void Look()
    {
        if (merge is not null && thread is not { IsAlive: true })
            End();
        if (merge is null && !stop.IsCancellationRequested && stack.Due() is { } due)
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
            stack.Replace(done, run);
        else if (fault is not null)
            throw fault as IOException ?? new IOException("Runs could not be made one.", fault);
    }
}
