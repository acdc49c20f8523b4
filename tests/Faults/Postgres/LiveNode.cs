using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Stores;
using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>A node in this process: the store, and the loop that takes turns.</summary>
sealed class LiveNode : IAsyncDisposable
{
    readonly PostgresStore store;
    readonly InboxWorker? worker;

    LiveNode(PostgresStore store, Ports ports, InboxWorker? worker) => (this.store, Ports, this.worker) = (store, ports, worker);

    public Ports Ports { get; }

    public string Id => store.Nodes.Id;

    public static async Task<LiveNode> StartAsync(string connection, NodeOptions? roles = null)
    {
        var (store, ports) = PostgresPlace.Open(connection, TimeProvider.System, roles);
        if (roles is { IsWorker: false })
            return new LiveNode(store, ports, null);
        var worker = new InboxWorker(ports.Inbox, new TurnRunner(ports.Turns, Take, TimeProvider.System), new InboxOptions(8), NullLogger<InboxWorker>.Instance);
        await worker.StartAsync(default);
        return new LiveNode(store, ports, worker);
    }

    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
            await worker.StopAsync(default);
        store.Dispose();
    }

    static Turn Take(Conversation conversation, Inbound inbound, DateTimeOffset now) => new(
        conversation with { Asks = conversation.Asks + 1 }, [new Outbound(inbound.Said.Words)],
        [new AnswerGiven(conversation.Person, now, "s", "/data/said", inbound.Said.Words)], []);
}
