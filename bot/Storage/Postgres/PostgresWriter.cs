using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The only one who commits turns, inbounds and marks on this node. What waits at the same moment shares one transaction and one flush.</summary>
sealed class PostgresWriter : IDisposable
{
    const int MostInGroup = 256;
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(4);

    const int MostRemembered = 100_000;
    static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(500)];

    readonly NpgsqlDataSource source;
    readonly string node;
    readonly bool isWorker;
    readonly Func<WriteGroup, string> newsOf;
    readonly WriteQueue<Write> queue = new(MostInGroup);
    readonly Recent<string, string> people = new(MostRemembered);
    readonly Thread thread;
    NpgsqlConnection? connection;
    long committed, groups;

    /// <param name="newsOf">What of a group other nodes must hear in its transaction; "" when nothing.</param>
    public PostgresWriter(string connection, string node, bool isWorker, Func<WriteGroup, string> newsOf)
    {
        (source, this.node, this.isWorker, this.newsOf) = (PostgresSource.Writer(connection), node, isWorker, newsOf);
        thread = new Thread(Run) { Name = "storage writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>How many writes wait.</summary>
    public int Waiting => queue.Count;

    /// <summary>Writes that were committed since the start, and in how many groups.</summary>
    public (long Writes, long Groups) Commits => (Interlocked.Read(ref committed), Interlocked.Read(ref groups));

    /// <summary>Completes when it is on the server's disk.</summary>
    /// <exception cref="IOException">The server does not do it now.</exception>
    /// <exception cref="InvalidOperationException">A turn that does not hold any more.</exception>
    public Task WriteAsync(Write write, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        queue.Add(write, write.Mark is null ? TimeSpan.Zero : Patience);
        return write.Done.Task;
    }

    /// <summary>Who is at the address; null when that is not remembered.</summary>
    public string? PersonAt(string addressKey) => people.TryGet(addressKey, out var person) ? person : null;

    /// <summary>Forgets who is at the address; at all of them when it is null.</summary>
    public void Forget(string? addressKey)
    {
        if (addressKey is null)
            people.Clear();
        else
            people.Remove(addressKey);
    }

    /// <summary>Takes no more, writes what has queued up and stops.</summary>
    public void Dispose()
    {
        queue.Close();
        thread.Join();
        connection?.Dispose();
        source.Dispose();
    }

    void Run()
    {
        while (queue.Take() is { Count: > 0 } group)
            CommitAll(group);
    }

    void CommitAll(List<Write> writes)
    {
        if (TryCommit(new WriteGroup(writes)) is not { } failure)
            return;
        if (writes.Count > 1 && !ServerFault.Is(failure))
        {
            foreach (var write in writes.Where(write => !write.Done.Task.IsCompleted))
                CommitAll([write]);
            return;
        }
        var told = ServerFault.IsRefusal(failure)
            ? new InvalidOperationException("The inbound was handled already, or its lane is another node's.", failure)
            : ServerFault.AsCallersKnowIt(failure);
        writes.ForEach(write => write.Done.TrySetException(told));
    }

    // What is the server's fault is tried again a few times, so that nobody notices a connection that was cut.
    Exception? TryCommit(WriteGroup group)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Commit(group);
                return null;
            }
            catch (Exception failure)
            {
                if (!ServerFault.Is(failure))
                    return failure;
                Disconnect();
                foreach (var accept in group.Accepts)
                    accept.IsAgain = true;
                if (attempt == Pauses.Length || failure is NpgsqlException { InnerException: TimeoutException })
                    return failure;
                Thread.Sleep(Pauses[attempt]);
                group = Settle(group) ?? group;
            }
        }
    }

    void Commit(WriteGroup group)
    {
        connection ??= source.OpenConnection();
        FindPeople(group.Accepts);
        group.Commit(connection, node, isWorker, newsOf(group));
        Interlocked.Add(ref committed, group.Writes.Count);
        Interlocked.Increment(ref groups);
        Tell(group.Writes);
    }

    static void Tell(IReadOnlyList<Write> writes)
    {
        foreach (var write in writes)
            write.WhenDurable();
        foreach (var write in writes)
            write.Done.TrySetResult();
    }

    // The connection was cut and nobody said whether the group was committed: a turn whose inbound waits no more was, and one whose inbound never waits and is known.
    WriteGroup? Settle(WriteGroup group)
    {
        if (group.Turns.Count == 0)
            return group;
        try
        {
            connection ??= source.OpenConnection();
            var open = TurnsThatWait.Of(connection, group.Turns);
            var done = group.Writes.Where(write => write.Turn is { } turn && !open.Contains(turn.Held.Number)).ToList();
            done.ForEach(write => write.Turn!.WasFound = true); // only writes with turns are in the list
            Tell(done);
            return new WriteGroup([.. group.Writes.Except(done)]);
        }
        catch (Exception failure) when (ServerFault.Is(failure))
        {
            Disconnect();
            return null;
        }
    }

    // Not flushed on its own: the group's commit that follows takes it to the disk.
    void FindPeople(IReadOnlyList<AcceptWrite> accepts)
    {
        var unknown = accepts.Where(one => one.Person.Length == 0 && !Remembers(one)).DistinctBy(one => one.AddressKey).ToList();
        if (unknown.Count == 0)
            return;
        foreach (var (key, person, isNew) in PeopleAt.Of(connection!, unknown)) // the caller has connected
        {
            people.Put(key, person);
            foreach (var one in accepts.Where(one => one.AddressKey == key))
                (one.Person, one.IsNewPerson) = (person, isNew);
        }
    }

    bool Remembers(AcceptWrite accept)
    {
        if (!people.TryGet(accept.AddressKey, out var person))
            return false;
        accept.Person = person;
        return true;
    }

    void Disconnect()
    {
        connection?.Dispose();
        connection = null;
    }
}
