using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using RbcBot.Bot;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Stores.Postgres;

sealed class PostgresPlace : IStorePlace
{
    readonly string connection = PostgresServer.One.NewDatabase();
    PostgresStore store;

    public PostgresPlace() => (store, Ports) = Open();

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public Ports Ports { get; private set; }

    public Ports Reopen()
    {
        store.Dispose();
        (store, Ports) = Open();
        return Ports;
    }

    public async Task<Ports> ForgetRegisterAsync()
    {
        await store.RunAsync("update sessions set id = null, version = null, standing = null, offered = null, language = null, day = null", default);
        foreach (var table in new[] { "people", "identities", "register_built" })
            await store.RunAsync("delete from " + table, default);
        return Reopen();
    }

    public Task<int> PurgeAsync()
    {
        using var purge = new Purge(store, new OwnDuties(), Clock, NullLogger<Purge>.Instance);
        return purge.RunAsync(default);
    }

    /// <summary>Where the database is.</summary>
    public string Connection => connection;

    public void Dispose() => store.Dispose();

    /// <summary>What opens the columns of a database, for who reads them by SQL.</summary>
    public static SealedColumns Sealed(string connection)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        return new SealedColumns(SealedDatabase.Open(open, new StorageOptions(Key: Sample.Key)));
    }

    (PostgresStore, Ports) Open() => Open(connection, Clock);

    public static (PostgresStore Store, Ports Ports) Open(string connection, TimeProvider clock, NodeOptions? node = null)
    {
        var opened = new PostgresStore(new StorageOptions(Connection: connection, Key: Sample.Key), node ?? new NodeOptions(), NullLogger<PostgresStore>.Instance);
        var outbox = new PostgresOutbox(opened, clock, new HashSet<string> { "web" });
        var inbox = new PostgresInbox(opened, outbox, clock);
        var audit = new PostgresAudit(opened, InMemoryAudit.Keys);
        return (opened, new Ports(
            inbox, new PostgresTurns(opened, inbox, outbox, clock), new PostgresRecords(opened), outbox, new PostgresReminders(opened, clock), new PostgresAside(opened, clock),
            new PostgresRounds(opened), new PostgresEnrolments(opened), new PostgresAccounts(opened), new PostgresStays(opened), new PostgresInvitations(opened),
            new PostgresDeliveries(opened, clock), new PostgresTemplates(opened), new PostgresLinkCodes(opened), new PostgresSafetyAlerts(opened), new PostgresSafetySettings(opened))
        { Audit = (audit, audit), Privacy = (new PostgresPrivacySettings(opened), new PostgresBreaches(opened), new PostgresRetentionReports(opened), new PostgresOldRows(opened)), Erased = new PostgresErased(opened, outbox, audit, clock), Register = new PostgresRegister(opened), Selections = new PostgresSelections(opened) });
    }
}
