using RbcBot.Tests.Stores.Postgres;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>F1 on PostgreSQL: of two nodes that serve the same people, one is killed at a random moment, again and again. RBCBOT_PG_KILLS says how often.</summary>
public sealed class PostgresKillTests(ITestOutputHelper output) : IDisposable
{
    const int Seed = 20270314, LongestLifeMilliseconds = 400;

    // A lease is over after ten seconds: this is longer, whoever renewed last.
    static readonly TimeSpan LongerThanLease = TimeSpan.FromSeconds(13);
    static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_PG_KILLS") ?? "5");

    readonly string connection = PostgresServer.One.NewDatabase();
    readonly List<NodeProcess> nodes = [];

    public void Dispose() => nodes.ForEach(node => node.Dispose());

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_by_kill_9_of_nodes()
    {
        var random = new Random(Seed);
        var survivor = Start("kill0");
        for (var kill = 1; kill <= Kills; kill++)
        {
            var next = Start($"kill{kill}");
            await next.Spoke;
            await Task.Delay(random.Next(LongestLifeMilliseconds));
            await survivor.KillAsync();
            survivor = next;
        }
        await survivor.KillAsync();
        await FinishAsync(Kills + 1);
    }

    [Fact]
    public async Task Node_frozen_past_its_lease_comes_back_and_commits_nothing_of_what_others_took()
    {
        var frozen = Start("frozen");
        await frozen.Spoke;
        frozen.Freeze();
        var other = Start("other");
        await other.Spoke;
        await Task.Delay(LongerThanLease);
        frozen.Thaw();
        await Task.Delay(LongestLifeMilliseconds);
        await frozen.KillAsync();
        await other.KillAsync();
        await FinishAsync(2);
    }

    NodeProcess Start(string run)
    {
        nodes.Add(new NodeProcess(connection, run));
        return nodes[^1];
    }

    // A last node takes what is left; then the tables are held against what the nodes said before they died.
    async Task FinishAsync(int deaths)
    {
        await using (await LiveNode.StartAsync(connection))
            await Checker.SettledAsync(connection);
        List<string> acknowledged = [.. nodes.SelectMany(node => node.Acknowledged)];
        var handled = Checker.Check(connection, acknowledged);
        var sent = nodes.SelectMany(node => node.Sent).ToList();
        var again = sent.Count - sent.Distinct().Count();
        output.WriteLine($"seed {Seed}, {deaths} deaths: {acknowledged.Count} acknowledged, {handled.Count} turns, {sent.Count} sent, {again} of them twice");
        // Only what was on its way when its node died, or froze, may go out again: one in each of its four lanes.
        Assert.True(again <= deaths);
    }
}
