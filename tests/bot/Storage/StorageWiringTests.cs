using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Reminders;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Bot.Storage;

public sealed class StorageWiringTests
{
    [Fact]
    public void Loop_is_built_from_its_settings()
    {
        var folder = Directory.CreateTempSubdirectory("rbcbot-wiring-").FullName;
        using (var built = Services(new() { ["Storage:Path"] = folder }).BuildServiceProvider(validateScopes: true))
            Assert.Equal(3, built.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Count());
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Storage:Path", " ")]
    [InlineData("Inbox:Lanes", "0")]
    [InlineData("Outbox:Senders", "1000")]
    public void Setting_out_of_range_refuses_to_start(string key, string value) =>
        Assert.Contains(key, Assert.Throws<SettingException>(() => Services(new() { [key] = value })).Message, StringComparison.Ordinal);

    // Hosted parts end in the opposite order of their beginning.
    [Fact]
    public void The_outbox_ends_after_all_that_fills_it()
    {
        var parts = new ServiceCollection().AddLoop(new ConfigurationBuilder().Build(), new NodeOptions()).Select(part => part.ServiceType).ToList();
        Assert.InRange(parts.IndexOf(typeof(OutboxWorker)), 0, parts.IndexOf(typeof(InboxWorker)) - 1);
    }

    static IServiceCollection Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddLiteDbStorage(configuration, "web")
            .AddTurns(configuration, _ => (conversation, _, _) => new Turn(conversation, [], [], []))
            .AddOutbox(configuration)
            .AddReminders();
    }
}
