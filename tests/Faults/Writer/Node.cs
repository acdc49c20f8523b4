using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Writer;

/// <summary>One node on PostgreSQL under fire: eight people talk to it, it serves whom it can get, and it says what was acknowledged.</summary>
sealed class Node
{
    const int People = 8;

    readonly string run;
    readonly TextWriter output;
    readonly PostgresInbox inbox;
    readonly PostgresTurns turns;
    readonly PostgresOutbox outbox;

    public Node(string connection, string run, TextWriter output)
    {
        (this.run, this.output) = (run, output);
        var store = new PostgresStore(new StorageOptions(Connection: connection, Key: Convert.ToBase64String(new byte[32])), new NodeOptions(), NullLogger<PostgresStore>.Instance);
        outbox = new PostgresOutbox(store, TimeProvider.System, new HashSet<string> { "web" });
        inbox = new PostgresInbox(store, outbox, TimeProvider.System);
        turns = new PostgresTurns(store, inbox, outbox, TimeProvider.System);
    }

    public Task RunAsync() =>
        Task.WhenAll([.. Enumerable.Range(0, People).Select(TalkAsync), .. Enumerable.Range(0, People).Select(_ => ServeAsync()), SendAsync()]);

    async Task TalkAsync(int number)
    {
        var address = new Address(number % 2 == 0 ? "web" : "telegram", $"person{number}");
        for (var message = 0; ; message++)
        {
            var inbound = new Inbound(address, $"{run}-{message}", Said.Text($"{run}-{message}"), DateTimeOffset.UtcNow);
            while (!await AcceptAsync(inbound))
                await Task.Delay(20);
            lock (output)
                output.WriteLine($"{address} {inbound.ExternalId}");
        }
    }

    async Task<bool> AcceptAsync(Inbound inbound)
    {
        try
        {
            await inbox.AcceptAsync(inbound, CancellationToken.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    async Task ServeAsync()
    {
        while (true)
        {
            var waiting = await inbox.NextAsync(CancellationToken.None);
            try
            {
                var conversation = await turns.LoadAsync(waiting.Person, waiting.Inbound.From, CancellationToken.None);
                await turns.CommitAsync(waiting, Store.Take(conversation, waiting.Inbound), CancellationToken.None);
            }
            catch (InvalidOperationException)
            {
                // Another node has the lane now.
            }
            catch (IOException)
            {
                await inbox.ReleaseAsync(waiting, CancellationToken.None);
            }
        }
    }

    // Each message goes out by being said: "sent", address and words.
    async Task SendAsync()
    {
        while (true)
        {
            var sending = await outbox.NextAsync(CancellationToken.None);
            lock (output)
                output.WriteLine($"sent {sending.To} {sending.Message.Text}");
            await outbox.MarkAsync(sending, new Mark(SendState.Sent, "m"), CancellationToken.None);
        }
    }
}
