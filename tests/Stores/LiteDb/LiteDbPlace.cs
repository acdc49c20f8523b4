using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Tests.Given;

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

    /// <summary>Does something to the rows behind the ports, as who has the file could.</summary>
    public Task MeddleAsync(Action<Draft> work) => store.WriteAsync(work, default);

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

    public async Task<Ports> ForgetRegisterAsync()
    {
        foreach (var collection in new[] { LiteDbSchema.Register, LiteDbSchema.Identities })
            foreach (var row in store.All(collection))
                await store.WriteAsync(draft => draft.Delete(collection, row["_id"].AsString), default);
        return Reopen();
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(folder, recursive: true);
    }

    (LiteDbStore, Ports) Open()
    {
        var opened = new LiteDbStore(new StorageOptions(folder, Key: Sample.Key));
        return (opened, PortsOf(opened, Clock));
    }

    /// <summary>The ports of an open store.</summary>
    public static Ports PortsOf(LiteDbStore opened, TimeProvider clock)
    {
        var people = new LiteDbPeople(opened, clock);
        var inbox = new LiteDbInbox(opened, people, clock);
        var outbox = new LiteDbOutbox(opened, people, clock, new HashSet<string> { "web" });
        var audit = new LiteDbAudit(opened, InMemoryAudit.Keys);
        return new Ports(
            inbox, new LiteDbTurns(opened, inbox, outbox, people, clock), new LiteDbRecords(opened), outbox, new LiteDbReminders(opened, inbox, clock), new LiteDbAside(opened, inbox, clock),
            new LiteDbRounds(opened), new LiteDbEnrolments(opened), new LiteDbAccounts(opened), new LiteDbStays(opened), new LiteDbInvitations(opened),
            new LiteDbDeliveries(opened, outbox), new LiteDbTemplates(opened), new LiteDbLinkCodes(opened), new LiteDbSafetyAlerts(opened), new LiteDbSafetySettings(opened))
        { Audit = (audit, audit), Privacy = (new LiteDbPrivacySettings(opened), new LiteDbBreaches(opened), new LiteDbRetentionReports(opened), new LiteDbOldRows(opened)), Erased = new LiteDbErased(opened, inbox, outbox, audit, clock), Register = new LiteDbRegister(opened, new RegisterMemory(opened)), Selections = new LiteDbSelections(opened) };
    }
}
