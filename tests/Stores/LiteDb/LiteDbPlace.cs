using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Stores.LiteDb;

sealed class LiteDbPlace : IStorePlace
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-store-").FullName;
    LiteDbStore store;
    bool isClosed;

    public LiteDbPlace() => (store, Ports) = Open();

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public Ports Ports { get; private set; }

    public string Folder => folder;

    /// <summary>Lets another have the folder, until it is opened again.</summary>
    public void Close()
    {
        if (!isClosed)
            store.Dispose();
        isClosed = true;
    }

    public Ports Reopen()
    {
        Close();
        (store, Ports) = Open();
        isClosed = false;
        return Ports;
    }

    public void Dispose()
    {
        Close();
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
