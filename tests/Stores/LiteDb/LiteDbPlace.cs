using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Stores.LiteDb;

sealed class LiteDbPlace : IStorePlace
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-store-").FullName;
    LiteDbStore store;

    public LiteDbPlace() => (store, Ports) = Open();

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public Ports Ports { get; private set; }

    public Ports Reopen()
    {
        store.Dispose();
        (store, Ports) = Open();
        return Ports;
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    (LiteDbStore, Ports) Open()
    {
        var opened = new LiteDbStore(new StorageOptions(folder));
        var people = new LiteDbPeople(opened, Clock);
        var inbox = new LiteDbInbox(opened, people, Clock);
        var outbox = new LiteDbOutbox(opened, people, Clock, new HashSet<string> { "web" });
        return (opened, new Ports(
            inbox, new LiteDbTurns(opened, inbox, outbox, Clock), new LiteDbRecords(opened), outbox, new LiteDbReminders(opened, inbox), new LiteDbAside(opened, inbox, Clock),
            new LiteDbRounds(opened), new LiteDbEnrolments(opened), new LiteDbAdministrators(opened)));
    }
}
