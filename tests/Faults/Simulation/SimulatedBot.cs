using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Reminders;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.People;
using RbcBot.Tests.Faults.Cuts;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>One life of the bot: its real parts on a disk, without threads, each moved by a step at a time.</summary>
sealed class SimulatedBot : IDisposable
{
    public const string Web = "web";

    /// <summary>The least that the settings allow, so that a flood is soon one.</summary>
    public const int MessagesPerMinute = 10;

    readonly LiteDbStore store;
    readonly LiteDbInbox inbox;
    readonly LiteDbOutbox outbox;
    readonly WatchedInbox watchedInbox;
    readonly SimulatedLine line;
    readonly SimulatedLife life = new();
    readonly InboxWorker turning;
    readonly OutboxWorker sending;
    readonly ReminderWorker reminding;
    readonly Intake intake;
    readonly Updates updates;
    bool isOver;

    public SimulatedBot(CutDisk disk, TimeProvider clock, Witness witness, SimulatedLine line, Func<Conversation, Inbound, DateTimeOffset, Turn> take, Random chance, EventLog log)
    {
        store = new LiteDbStore(null, disk, new StorageOptions(LeastFreeMegabytes: 1), clock, isStepped: true, Sample.Vault);
        var people = new LiteDbPeople(store, clock) { NewId = _ => NewId(chance) };
        (inbox, this.line) = (new LiteDbInbox(store, people, clock), line);
        outbox = new LiteDbOutbox(store, people, clock, new HashSet<string> { Web });
        watchedInbox = new WatchedInbox(inbox, witness);
        Aside = new WatchedAside(new LiteDbAside(store, inbox, clock), witness);
        var turns = new LiteDbTurns(store, inbox, outbox, people, clock);
        var runner = new TurnRunner(new WatchedTurns(turns, witness), take, clock)
        {
            Guarded = (apology, conversation, inbound) => Apology.Guarded(apology, conversation, inbound, Catalogue.Empty, clock.GetUtcNow()),
        };
        var prompt = new PromptTurn(new WatchedPromptTurns(turns, witness), runner);
        intake = new Intake(watchedInbox, new Floods(new InboxOptions(MessagesPerMinute: MessagesPerMinute), clock), life, prompt: prompt);
        updates = new Updates(intake, Aside, new CallbackAnswers(), clock, new SimulatedLog<Updates>(log));
        turning = new InboxWorker(watchedInbox, runner, new InboxOptions(), new SimulatedLog<InboxWorker>(log));
        var channels = new SendingChannels([line], clock, new SimulatedLog<SendingChannels>(log)) { Chance = chance };
        sending = new OutboxWorker(new WatchedOutbox(outbox, witness), channels, new OutboxOptions(), new SimulatedLog<OutboxWorker>(log));
        reminding = new ReminderWorker(new WatchedReminders(new LiteDbReminders(store, inbox, clock), witness), clock, new SimulatedLog<ReminderWorker>(log));
    }

    public IAside Aside { get; }

    /// <summary>Whether nothing waits for a turn or to be sent.</summary>
    public bool IsDrained => inbox.Count == 0 && outbox.Count == 0;

    public StoreView View(TimeProvider clock) => new(store, clock);

    /// <summary>Seconds after which the letter may come again; null when it may come in now.</summary>
    public int? SecondsToWait(Letter letter) =>
        intake.IsClosed ? Intake.SecondsUntilLessBusy : letter.Web is null ? null : intake.SecondsToWait(letter.From);

    /// <summary>Takes a letter in; it is acknowledged on return.</summary>
    public void Take(Letter letter) => (letter switch
    {
        { Update: { } update } => updates.TakeAsync(update, CancellationToken.None),
        { Web: { } inbound } => intake.AcceptAsync(inbound, CancellationToken.None),
        _ => throw new ArgumentException("A letter from nowhere.", nameof(letter)),
    }).GetAwaiter().GetResult();

    /// <summary>The messages to an address after so many.</summary>
    public IEnumerable<Outbound> Read(Address address, int seen) => outbox.AfterAsync(address, seen, CancellationToken.None).Result.Select(sending => sending.Message);

    /// <summary>Serves one person who waits; false when nobody does.</summary>
    public bool Serve()
    {
        if (inbox.Count == 0 || Ready(watchedInbox.NextAsync) is not { } waiting)
            return false;
        Begin(turning.ServeAsync(waiting, CancellationToken.None));
        return true;
    }

    /// <summary>Hands over one message that is due; false when none is.</summary>
    public bool Send()
    {
        if (outbox.Count == 0 || Ready(outbox.NextAsync) is not { } next)
            return false;
        line.Current[next.To] = next;
        Begin(sending.SendAsync(next, CancellationToken.None));
        return true;
    }

    public void Remind() => Begin(reminding.TryToRemindAsync(CancellationToken.None));

    public void Tick() => store.Tick();

    /// <summary>Takes no more, finishes what it began and sends what is ready.</summary>
    public void Stop()
    {
        life.StopApplication();
        while (Serve() || Send())
        {
        }
    }

    public void Dispose()
    {
        if (isOver)
            return;
        isOver = true;
        store.Dispose();
        life.Dispose();
    }

    static Guid NewId(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }

    // What is not done on return waits for the clock: a store that failed is tried again after a second.
    static void Begin(Task step)
    {
        // Nobody catches what a step throws but the host, which then goes down.
        if (step.Exception?.InnerException is { } failure)
            throw new CheckFailedException($"a worker of the bot ended: {failure}");
    }

    static T? Ready<T>(Func<CancellationToken, ValueTask<T>> next) where T : class
    {
        using var none = new CancellationTokenSource();
        var waiting = next(none.Token);
        if (waiting.IsCompleted)
            return waiting.GetAwaiter().GetResult();
        none.Cancel();
        return null;
    }
}
