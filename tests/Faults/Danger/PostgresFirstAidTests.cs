using System.Diagnostics;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using RbcBot.Tests.Faults.Postgres;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Faults.Danger;

/// <summary>The same while PostgreSQL hangs, or is away.</summary>
public sealed class PostgresFirstAidTests : IDisposable
{
    readonly PostgresServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Card_goes_out_while_the_server_hangs_and_while_it_is_away()
    {
        await using var node = await LiveNode.StartAsync(server.NewDatabase());
        var line = new NotingChannel();
        var aid = new FirstAid(new SendingChannels([line], TimeProvider.System, NullLogger<SendingChannels>.Instance), new ListedCatalogue(new InMemoryRounds()), TimeProvider.System, NullLogger<FirstAid>.Instance);
        var life = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var intake = new Intake(node.Ports.Inbox, new Floods(new InboxOptions(), TimeProvider.System), life, aid);

        server.Freeze();
        var hanging = AcceptAsync(intake, "1");
        await line.CardAsync("1");
        server.Thaw();
        await hanging;

        server.Stop(isKill: true);
        var away = AcceptAsync(intake, "2");
        await line.CardAsync("2");
        server.StartAgain();
        await away;
    }

    // Taken or refused: both are answers. That nothing is lost or doubled is PostgresServerFaultTests' matter.
    static async Task AcceptAsync(Intake intake, string person)
    {
        try
        {
            await intake.AcceptMeasuredAsync(new Inbound(new Address(NotingChannel.Word, person), "1", Said.Text("je veux mourir"), DateTimeOffset.UtcNow), default);
        }
        catch (Exception fault) when (fault is IOException or TimeoutException or System.Data.Common.DbException)
        {
            // Refused.
        }
    }

    sealed class NotingChannel : IChannel
    {
        public const string Word = "noting";

        static readonly string Card = Text.Of(Language.Fr, "safety.card.imminent");
        readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> said = new();

        public string Name => Word;

        public bool IsFetched => false;

        public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
        {
            said[sending.To.Value] = sending.Message.Text;
            return Task.FromResult<Delivery>(new Sent("1"));
        }

        public async Task CardAsync(string person)
        {
            var since = Stopwatch.GetTimestamp();
            while (!said.ContainsKey(person))
            {
                Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(2), "No card within two seconds.");
                await Task.Delay(10);
            }
            Assert.Contains(Card, said[person], StringComparison.Ordinal);
        }
    }
}
