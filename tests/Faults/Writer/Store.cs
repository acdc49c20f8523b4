using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Writer;

/// <summary>The store under fire: people talk, each message becomes a fact, a session's answer and a reply.</summary>
sealed class Store
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    readonly IReadOnlyList<Talker> talkers;
    readonly LiteDbStore store;
    readonly LiteDbInbox inbox;
    readonly LiteDbTurns turns;

    public Store(string folder, IReadOnlyList<Talker> talkers)
    {
        this.talkers = talkers;
        store = new LiteDbStore(Options(folder));
        var people = new LiteDbPeople(store, TimeProvider.System);
        inbox = new LiteDbInbox(store, people, TimeProvider.System);
        turns = new LiteDbTurns(store, inbox, new LiteDbOutbox(store, people, TimeProvider.System, new HashSet<string> { "web" }), people, TimeProvider.System);
    }

    /// <summary>The folder, with a master key that need not be made first.</summary>
    public static StorageOptions Options(string folder) => new(folder, Key: Convert.ToBase64String(new byte[32]));

    public Task RunAsync() => Task.WhenAll([.. talkers.Select(person => person.TalkAsync(inbox)), .. talkers.Select(_ => ServeAsync()), Task.Run(MoveAsync)]);

    // Rows into files, all runs into one, all of it into a base, one after the other without end: by themselves they come some seconds apart, and a life here is shorter.
    async Task MoveAsync()
    {
        while (true)
        {
            await Task.Delay(Pause);
            _ = store.InOrder(LiteDbSchema.Conversations).Count();
            await store.MakeWholeAsync(CancellationToken.None);
            store.MakeBase();
        }
    }

    async Task ServeAsync()
    {
        while (true)
        {
            var waiting = await inbox.NextAsync(CancellationToken.None);
            var conversation = await turns.LoadAsync(waiting.Person, waiting.Inbound.From, CancellationToken.None);
            await turns.CommitAsync(waiting, Take(conversation, waiting.Inbound), CancellationToken.None);
        }
    }

    public static Turn Take(Conversation conversation, Inbound inbound)
    {
        var words = inbound.Said.Words;
        var fact = new AnswerGiven(conversation.Person, inbound.At, "s", "/data/said", words);
        return new Turn(conversation with { Asks = conversation.Asks + 1 }, [new Outbound(words)], [fact], []);
    }
}
