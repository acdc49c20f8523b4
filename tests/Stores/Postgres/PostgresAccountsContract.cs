using Npgsql;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.People;

namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresAccountsContract() : AccountsContract(new PostgresPlace())
{
    [Fact]
    public async Task Administrators_of_before_become_accounts_and_keep_their_passwords()
    {
        var connection = PostgresServer.One.NewDatabase();
        await AsBeforeAsync(connection, "Claire", "ALINE");
        var (store, ports) = PostgresPlace.Open(connection, TimeProvider.System);
        var accounts = await ports.Accounts.ListAsync(default);
        Assert.Equal([("ALINE", "hash of ALINE"), ("Claire", "hash of Claire")], accounts.Select(account => (account.Name, account.PasswordHash)));
        Assert.All(accounts, account => Assert.True(account.Roles.SequenceEqual(Account.FirstRoles) && account.NeedsSecondFactor && !account.HasSecondFactor && account.Since == Sample.Noon));
        Assert.Equal(2, accounts.Select(account => account.Stamp).Distinct().Count());
        Assert.True(await ports.Accounts.ChangeAsync(accounts[0] with { Attempts = 1 }, default));
        Assert.Equal("Claire", (await ports.Accounts.FindAsync("claire", default))?.Name);
        store.Dispose();
    }

    // The database as the version before left it: its four migrations, and administrators among the documents.
    static async Task AsBeforeAsync(string connection, params string[] names)
    {
        await using var opened = new NpgsqlConnection(connection + ";Pooling=false");
        await opened.OpenAsync();
        await RunAsync(opened, "create table schema_version (version int primary key, applied_at timestamptz not null default now())");
        foreach (var name in typeof(PostgresStore).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Postgres/000", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(4))
        {
            using var script = new StreamReader(typeof(PostgresStore).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name));
            await RunAsync(opened, await script.ReadToEndAsync());
            await RunAsync(opened, $"insert into schema_version (version) values ({name["Postgres/".Length..][..4]}::int)");
        }
        foreach (var name in names)
            await RunAsync(opened, $"insert into documents (collection, id, body) values ('administrators', '{name.ToUpperInvariant()}', '{StoredJson.Write(new Administrator(name, "hash of " + name, Sample.Noon))}')");
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    sealed record Administrator(string Name, string PasswordHash, DateTimeOffset Since);
}
