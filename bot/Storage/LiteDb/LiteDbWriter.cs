using System.Collections.Concurrent;
using LiteDB.Engine;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The only thread that writes. What waits at the same moment shares one transaction and one flush.</summary>
sealed class LiteDbWriter : IDisposable
{
    const int MostInGroup = 64;
    const int MostLogPages = 1000;
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    readonly LiteDbFile file;
    readonly Action whenReopened;
    readonly BlockingCollection<Write> queue = [];
    readonly Thread thread;
    bool isBroken;

    /// <param name="whenReopened">Called on the writer's thread after what was not committed was thrown away.</param>
    public LiteDbWriter(LiteDbFile file, Action whenReopened)
    {
        (this.file, this.whenReopened) = (file, whenReopened);
        thread = new Thread(Run) { Name = "storage writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Does the work in a transaction; completes when it is on disk. The work may run twice, its changes are kept once.</summary>
    /// <param name="whenDurable">Called on the writer's thread, in the order of the writes, before anybody is told.</param>
    public Task WriteAsync(Action<ILiteEngine> work, Action whenDurable, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var write = new Write(work, whenDurable);
        queue.Add(write, CancellationToken.None);
        return write.Done.Task;
    }

    /// <summary>Takes no more, writes what has queued up and stops.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    void Run()
    {
        while (!queue.IsCompleted)
        {
            if (queue.TryTake(out var first, Idle))
                CommitAll(Group(first));
            else
                CheckpointAbove(0);
        }
        CheckpointAbove(0);
    }

    List<Write> Group(Write first)
    {
        List<Write> group = [first];
        while (group.Count < MostInGroup && queue.TryTake(out var next))
            group.Add(next);
        return group;
    }

    void CommitAll(List<Write> group)
    {
        if (TryCommit(group) is { } failure)
        {
            if (group.Count == 1 || failure is IOException)
                group.ForEach(write => write.Done.TrySetException(failure));
            else
                group.ForEach(write => CommitAll([write]));
        }
        CheckpointAbove(MostLogPages);
    }

    // Returns what went wrong, with the file as it was before.
    Exception? TryCommit(List<Write> group)
    {
        try
        {
            if (isBroken)
                Reopen();
            file.Commit(engine => group.ForEach(write => write.Work(engine)));
        }
        catch (Exception failure)
        {
            Recover();
            return failure;
        }
        group.ForEach(write => write.WhenDurable());
        group.ForEach(write => write.Done.TrySetResult());
        return null;
    }

    void CheckpointAbove(int pages)
    {
        if (isBroken || file.LogPages <= pages)
            return;
        try
        {
            file.Checkpoint();
        }
        catch (Exception failure) when (failure is IOException or LiteDB.LiteException)
        {
            Recover();
        }
    }

    void Recover()
    {
        isBroken = true;
        try
        {
            Reopen();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or LiteDB.LiteException)
        {
            // Still broken: the next write tries again, and fails for as long as this does.
        }
    }

    void Reopen()
    {
        file.Reopen();
        whenReopened();
        isBroken = false;
    }

    sealed record Write(Action<ILiteEngine> Work, Action WhenDurable)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
