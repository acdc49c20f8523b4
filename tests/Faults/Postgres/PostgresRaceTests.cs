using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Stores.Postgres;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>F11: nodes fight for one person's lane, which is torn from its owner again and again. RBCBOT_PG_ROUNDS says how often all speak at once.</summary>
public sealed class PostgresRaceTests(ITestOutputHelper output)
{
    const int Seed = 20270313;
    static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_PG_ROUNDS") ?? "200");

    // As when a lease is over: the lane is nobody's, and everybody hears that it has work.
    const string Tear = "with torn as (update lanes set node = null returning person) select count(*) from (select pg_notify('rbcbot', 'w ' || person) from torn offset 0) as told";

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Nodes_that_race_on_one_person_leave_one_serial_order(int nodes)
    {
        var connection = PostgresServer.One.NewDatabase();
        var all = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => LiveNode.StartAsync(connection)));
        var random = new Random(Seed);
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(all.Select((node, index) => SayAsync(node, Said(index, round))));
            acknowledged.AddRange(all.Select((_, index) => $"web:only node{index}-{round}"));
            if (random.Next(10) == 0)
                PostgresServer.Read(connection, Tear.Replace("count(*)", "count(*)::text", StringComparison.Ordinal));
        }
        await Checker.SettledAsync(connection);
        var owners = PostgresServer.Read(connection, "select epoch::text from lanes")[0];
        foreach (var node in all)
            await node.DisposeAsync();
        var handled = Checker.Check(connection, acknowledged);
        Assert.Equal(acknowledged.Count, handled.Count);
        output.WriteLine($"{nodes} nodes, {handled.Count} turns of one person, the lane changed hands {owners} times");
    }

    // A busy machine may take longer than a channel waits: then the channel says it again.
    static async Task SayAsync(LiveNode node, Inbound said)
    {
        while (true)
        {
            try
            {
                await node.Ports.Inbox.AcceptAsync(said, default);
                return;
            }
            catch (IOException)
            {
                await Task.Delay(20);
            }
        }
    }

    static Inbound Said(int node, int round) =>
        new(new Address("web", "only"), $"node{node}-{round}", RbcBot.Core.Conversations.Said.Text($"node{node}-{round}"), DateTimeOffset.UtcNow);
}
