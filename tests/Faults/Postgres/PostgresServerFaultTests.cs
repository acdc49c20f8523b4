using RbcBot.Tests.Stores.Postgres;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>F10: the server goes away, hangs, or cuts connections, while people talk.</summary>
public sealed class PostgresServerFaultTests(ITestOutputHelper output) : IDisposable
{
    const int Seed = 20270312, Restarts = 3, Cuts = 40;

    // A recovery may take ten seconds; a connection that is refused at once leaves more than enough.
    static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Talk = TimeSpan.FromMilliseconds(700);
    static readonly TimeSpan Hang = TimeSpan.FromSeconds(7);

    readonly PostgresServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public Task Server_killed_and_started_again_loses_nothing_and_doubles_nothing() => UnderFireAsync(async crowd =>
    {
        for (var restart = 0; restart < Restarts; restart++)
        {
            await Task.Delay(Talk);
            server.Stop(isKill: true);
            server.StartAgain();
            var recovery = await crowd.NextAsync();
            output.WriteLine($"restart {restart + 1}: acknowledged again after {recovery.TotalMilliseconds:0} ms");
            Assert.True(recovery < LongestRecovery);
        }
    });

    [Fact]
    public Task Server_that_hangs_and_goes_on_loses_nothing_and_doubles_nothing() => UnderFireAsync(async crowd =>
    {
        await Task.Delay(Talk);
        server.Freeze();
        await Task.Delay(Hang);
        server.Thaw();
        var recovery = await crowd.NextAsync();
        output.WriteLine($"acknowledged again after {recovery.TotalMilliseconds:0} ms");
        Assert.True(recovery < LongestRecovery);
    });

    [Fact]
    public Task Connections_cut_in_the_middle_of_commits_lose_nothing_and_double_nothing() => UnderFireAsync(async crowd =>
    {
        var random = new Random(Seed);
        for (var cut = 0; cut < Cuts; cut++)
        {
            await crowd.NextAsync();
            await Task.Delay(random.Next(20));
            server.Execute("postgres", "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'RbcBot' and state = 'active'");
        }
    });

    async Task UnderFireAsync(Func<Crowd, Task> fire)
    {
        var connection = server.NewDatabase();
        await using var node = await LiveNode.StartAsync(connection);
        var crowd = new Crowd(node.Ports.Inbox, "run");
        crowd.Start();
        await fire(crowd);
        await crowd.StopAsync();
        await Checker.SettledAsync(connection);
        output.WriteLine($"{Checker.Check(connection, crowd.Acknowledged).Count} turns, {crowd.Acknowledged.Count} acknowledged");
    }
}
