using System.Threading.Channels;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Claims lanes that have work and no living owner, finds what waits in our own, and gives back what is idle.</summary>
sealed class LaneDesk : IDisposable
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);
    const int LooksBetweenWholeLooks = 10;

    readonly PostgresStore store;
    readonly ILogger log;
    readonly Channel<string> poked = System.Threading.Channels.Channel.CreateUnbounded<string>();
    readonly CancellationTokenSource stopping = new();
    Action<IReadOnlyList<HeldInbound>> takeWaiting = static _ => { };
    Action<IReadOnlyList<HeldSending>> takeUnsent = static _ => { };
    Task loop = Task.CompletedTask;
    int looks;
    volatile bool isAllAsked;

    public LaneDesk(PostgresStore store, ILogger log)
    {
        (this.store, this.log) = (store, log);
        store.Nodes.Returned += Return;
    }

    /// <summary>Whose lanes are ours, as far as we know.</summary>
    public OwnedLanes Owned { get; } = new();

    /// <summary>Begins to look for work.</summary>
    public void Begin(Action<IReadOnlyList<HeldInbound>> takeWaiting, Action<IReadOnlyList<HeldSending>> takeUnsent)
    {
        (this.takeWaiting, this.takeUnsent) = (takeWaiting, takeUnsent);
        if (store.IsWorker)
            loop = RunAsync(stopping.Token);
    }

    /// <summary>Somebody's lane may have work that we do not know of.</summary>
    public void Poke(string person) => poked.Writer.TryWrite(person);

    /// <summary>News may have been missed: look at everything.</summary>
    public void PokeAll()
    {
        isAllAsked = true;
        Poke("");
    }

    /// <summary>The lane turned out to be another's: what it was believed to hold is looked up again.</summary>
    public void Lose(string person, long epoch)
    {
        Owned.Lose(person, epoch);
        Poke(person);
    }

    public void Dispose()
    {
        stopping.Cancel();
        // Its statements end with the token.
        loop.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
        stopping.Dispose();
    }

    void Return()
    {
        log.LogWarning("This node was silent for longer than its lease; what it held is looked up again");
        Owned.Clear();
        PokeAll();
    }

    async Task RunAsync(CancellationToken stop)
    {
        isAllAsked = true;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stop);
                await PokedAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            // Whatever it is: without this loop nobody is found who waits.
            catch (Exception fault)
            {
                log.Log(ServerFault.Is(fault) ? LogLevel.Warning : LogLevel.Error, "Lanes could not be looked at: {Fault}", fault.Message);
                isAllAsked = true;
                await Task.Delay(Look, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        HashSet<string> persons = [];
        while (poked.Reader.TryRead(out var person))
            persons.Add(person);
        persons.Remove("");
        var isWhole = isAllAsked || ++looks % LooksBetweenWholeLooks == 0;
        isAllAsked = false;
        if (looks % (LooksBetweenWholeLooks * 6) == 0 && Owned.TakeIdle(Idle) is { Count: > 0 } idle)
            await store.RunAsync(LaneStatements.Leave, stop, Column.Text(store.Nodes.Id), Column.Texts(idle));
        foreach (var (person, epoch) in await store.ReadAsync(LaneStatements.Claim, row => (row.GetString(0), row.GetInt64(1)), stop, Column.Text(store.Nodes.Id)))
        {
            Owned.Put(person, epoch);
            persons.Add(person);
        }
        if (persons.Count > 0 || isWhole)
            await FillAsync(isWhole ? null : persons, stop);
    }

    async Task FillAsync(IReadOnlyCollection<string>? persons, CancellationToken stop)
    {
        var parameters = () => new[] { Column.Text(store.Nodes.Id), persons is null ? Column.Text(null) : Column.Texts(persons) };
        var sql = persons is null ? LaneStatements.AllWaiting : LaneStatements.Waiting;
        var waiting = await store.ReadAsync(sql, row => LaneStatements.ReadWaiting(row, store.Sealed), stop, persons is null ? [parameters()[0]] : parameters());
        var unsent = await store.ReadAsync(
            persons is null ? LaneStatements.AllUnsent : LaneStatements.Unsent, row => LaneStatements.ReadUnsent(row, store.Sealed), stop, persons is null ? [parameters()[0]] : parameters());
        foreach (var (person, epoch) in waiting.Select(one => (one.Person, one.Epoch)).Concat(unsent.Select(one => (one.Person, one.Epoch))).Distinct())
            Owned.Put(person, epoch);
        takeWaiting(waiting);
        takeUnsent(unsent);
    }

    // The slow look is behind the notes: one that got lost costs a second.
    async Task PokedAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Look);
        try
        {
            await poked.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nothing came.
        }
    }
}
