using System.Globalization;
using LiteDB;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The only thread that commits. What waits at the same moment shares one record of the journal and one flush.</summary>
sealed class LiteDbWriter : IDisposable
{
    /// <summary>Writes in one group: more would make the first of them wait.</summary>
    const int MostInGroup = 256;

    const int OnOneThread = 4;

    readonly Journal journal;
    readonly Layers layers;
    readonly Func<Draft> begin;
    readonly LiteDbRhythm rhythm;
    readonly WriteQueue<Write> queue = new(MostInGroup);
    readonly Thread? thread;

    /// <param name="begin">Makes a draft over what is committed.</param>
    /// <param name="isStepped">Whether each write is committed at once by who writes, without a thread: for simulations.</param>
    public LiteDbWriter(Journal journal, Layers layers, Func<Draft> begin, LiteDbRhythm rhythm, bool isStepped)
    {
        (this.journal, this.layers, this.begin, this.rhythm) = (journal, layers, begin, rhythm);
        if (isStepped)
            return;
        thread = new Thread(Run) { Name = "storage writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Does the work; completes when what it changed is on disk. A work that throws changes nothing, and harms no other.</summary>
    /// <param name="whenDurable">Called on the writer's thread, in the order of the writes, before anybody is told; null for who may do long work next.</param>
    /// <param name="patience">How long it may wait for others, to share their flush.</param>
    /// <remarks>With whenDurable, what comes next shares a thread with what comes next for others: it must be short, as all that belongs to a turn is.</remarks>
    public Task WriteAsync(Action<Draft> work, Action? whenDurable, TimeSpan patience, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var write = new Write(work, whenDurable);
        queue.Add(write, thread is null ? TimeSpan.Zero : patience);
        if (thread is null)
            Commit(queue.Take());
        return write.Done.Task;
    }

    /// <summary>Takes no more, writes what has queued up and stops.</summary>
    public void Dispose()
    {
        queue.Close();
        thread?.Join();
    }

    void Run()
    {
        while (queue.Take() is { Count: > 0 } group)
            Commit(group);
    }

    void Commit(List<Write> group)
    {
        var draft = begin();
        try
        {
            rhythm.WaitForRoom();
            group.RemoveAll(write => !HasWorked(write, draft));
            Record(draft);
        }
        catch (Exception failure)
        {
            rhythm.Dropped();
            var told = failure as IOException ?? new IOException("The journal could not be written.", failure);
            Tell(group, write => write.Done.TrySetException(told));
            return;
        }
        rhythm.Committed(group.Count);
        group.ForEach(write => write.WhenDurable?.Invoke());
        Tell(group, static write => write.Done.TrySetResult());
    }

    // Those who waited go on some on each thread: to wake a thread for each costs more than what most of them still do.
    void Tell(List<Write> group, Action<Write> tell)
    {
        foreach (var some in group.Chunk(OnOneThread))
            if (thread is null)
                Array.ForEach(some, tell);
            else
                ThreadPool.UnsafeQueueUserWorkItem(told => Array.ForEach(told, tell), some, preferLocal: false);
    }

    bool HasWorked(Write write, Draft draft)
    {
        var mark = draft.Mark();
        try
        {
            write.Work(draft);
            return true;
        }
        catch (Exception failure)
        {
            draft.GoBack(mark);
            rhythm.Dropped();
            Tell([write], one => one.Done.TrySetException(failure));
            return false;
        }
    }

    void Record(Draft draft)
    {
        if (draft.Facts.Count > 0)
            draft.Insert(LiteDbSchema.Facts, new BsonDocument
            {
                ["_id"] = (journal.Last + 1).ToString("D19", CultureInfo.InvariantCulture),
                ["facts"] = new BsonArray(draft.Facts.Select(facts => new BsonValue(facts))),
            });
        if (draft.Changes.Count == 0)
            return;
        Steps.At(Step.Committing);
        var sequence = journal.Append(draft.Changes, rhythm.Clock.GetUtcNow());
        Steps.At(Step.Flushed);
        layers.Publish(sequence, draft.Changes);
        rhythm.Published(draft.Changes);
    }

    sealed record Write(Action<Draft> Work, Action? WhenDurable)
    {
        public TaskCompletionSource Done { get; } = new(WhenDurable is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
    }
}
