using RbcBot.Tests.Architecture;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>The whole bot as two processes on one database.</summary>
public sealed class PostgresBotTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-pg-bot-").FullName;
    readonly (string, string) connection = ("Storage__Connection", PostgresServer.One.NewDatabase());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_round_opened_by_a_command_runs_on_nodes_of_different_roles_and_outlives_one()
    {
        await using var talker = await BotProcess.StartAsync(folder, null, connection, ("Node__Roles", "bot"));
        var worker = await BotProcess.StartAsync(folder, null, connection);
        var opened = await BotProcess.RunCommandAsync(folder, ["round", "open", Path.Combine(House.Root, "content", "forms", "guide-b.xlsx"), "--code", "B1"], connection);
        Assert.True(opened.ExitCode == 0, opened.Errors);
        using var http = new HttpClient { BaseAddress = new Uri(talker.Url) };
        var phone = new WebPhone(http, "phone-on-two-nodes");
        Assert.Contains((await phone.EnterAsync("B1"))[^1].Offered, choice => choice.Payload == "l:en");
        await worker.KillAsync();
        await worker.DisposeAsync();
        await using var next = await BotProcess.StartAsync(folder, null, connection);
        Assert.NotEmpty(await phone.PressAsync("l:en"));
        Assert.Empty(next.Troubles);
        var exported = await BotProcess.RunCommandAsync(folder, ["export", "--names", "--reason", "test", "--round", "B1", "--format", "json", "--out", Path.Combine(folder, "b1.json")], connection);
        Assert.True(exported.ExitCode == 0, exported.Errors);
    }

    [Fact]
    public async Task A_server_that_is_not_there_stops_the_start_with_a_sentence()
    {
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(folder, ["--Inbox:Lanes=1"], ("Storage__Connection", $"Host={folder};Username=nobody;Database=none"));
        Assert.Equal(1, exitCode);
        Assert.StartsWith("PostgreSQL does not let us in", errors, StringComparison.Ordinal);
    }
}
