using System.Globalization;
using Npgsql;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.Moving;

/// <summary>Moves everything of a LiteDB folder into an empty PostgreSQL database: one transaction, so that a kill leaves it empty.</summary>
static class MoveStore
{
    static readonly string[] Tables =
        ["addresses", "inbox", "waiting", "aside", "conversations", "sessions", "facts", "outbox", "early", "reminders", "documents", "lanes", "accounts", "invitations", "audit"];

    static readonly string[] Shelves =
    [
        LiteDbSchema.Rounds, LiteDbSchema.Files, LiteDbSchema.Enrolments, LiteDbSchema.Selections, LiteDbSchema.Templates, LiteDbSchema.Alerts, LiteDbSchema.UnseenAlerts, LiteDbSchema.Safety,
        LiteDbSchema.Erasures, LiteDbSchema.Privacy, LiteDbSchema.Breaches, LiteDbSchema.Retention,
    ];

    /// <returns>The exit code of the command.</returns>
    /// <param name="settings">Where the master key is, which opens both.</param>
    public static async Task<int> RunAsync(string? from, string? to, StorageOptions settings, CancellationToken stop)
    {
        if (from is null || to is null)
            return Refuse("Say from where and to where: move --from FOLDER --to CONNECTION.", 2);
        if (!File.Exists(Path.Combine(from, "rbcbot.db")))
            return Refuse($"There is no rbcbot.db in {Path.GetFullPath(from)}.", 1);
        var options = settings with { Path = from };
        using var store = new LiteDbStore(options);
        try
        {
            await using var source = PostgresSource.Pool(to);
            await using var connection = await source.OpenConnectionAsync(stop);
            PostgresSchema.Prepare(connection);
            return await MoveAsync(store, options, connection, stop);
        }
        catch (NpgsqlException fault)
        {
            return Refuse($"PostgreSQL did not take it, nothing was moved: {fault.Message}", 1);
        }
    }

    static async Task<int> MoveAsync(LiteDbStore store, StorageOptions options, NpgsqlConnection connection, CancellationToken stop)
    {
        var from = options.Path;
        await using var transaction = await connection.BeginTransactionAsync(stop);
        foreach (var table in Tables)
            if (await ScalarAsync(connection, $"select exists (select from {table})", stop) is true)
                return Refuse($"The database is not empty: {table} has rows. Nothing was moved.", 1);
        // A node that has looked into the database once has left keys that signed nothing of worth.
        await ScalarAsync(connection, "delete from keys", stop);
        // The same root key: names of addresses are made with it.
        await ScalarAsync(connection, "delete from vault", stop);
        SealedDatabase.Put(connection, new KeyFolder(from).Find() ?? throw new InvalidDataException($"{from} has no key."));
        var rows = new SourceRows(store);
        var isSame = true;
        foreach (var (collection, table, theirs) in Moves(rows, from))
        {
            var sent = await TableCopy.FillAsync(connection, table, theirs, stop);
            var there = await TableCopy.CountAsync(connection, table, stop);
            isSame &= sent.Equals(there);
            Say(collection, sent, there);
        }
        isSame &= await SameUnsentAsync(store, connection, stop);
        await FinishAsync(connection, rows, stop);
        if (!isSame)
            return Refuse("What arrived is not what was sent: nothing was moved.", 1);
        await transaction.CommitAsync(stop);
        Console.WriteLine($"Everything is moved. Set Storage__Connection, and keep the master key ({options.KeyPath} or Storage__Key); the files of {Path.Combine(from, "media")} stay in Storage__Path. Keep the old folder, and start nothing on it.");
        return 0;
    }

    static IEnumerable<(string Collection, MovedTable Table, IEnumerable<object?[]> Rows)> Moves(SourceRows rows, string from) =>
    [
        (LiteDbSchema.Addresses, MovedTable.Addresses, rows.Addresses()),
        (LiteDbSchema.Inbox, MovedTable.OldIds, rows.OldIds()),
        (LiteDbSchema.Heard, MovedTable.Ids, rows.Ids()),
        (LiteDbSchema.Waiting, MovedTable.Waiting, rows.Waiting()),
        (LiteDbSchema.Aside, MovedTable.Aside, rows.Aside()),
        (LiteDbSchema.Conversations, MovedTable.Conversations, rows.Conversations()),
        (LiteDbSchema.Sessions, MovedTable.Sessions, rows.Sessions()),
        (LiteDbSchema.Facts, MovedTable.Facts, rows.Facts()),
        (LiteDbSchema.Outbox, MovedTable.Outbox, rows.Outbox()),
        (LiteDbSchema.Early, MovedTable.Early, rows.Early()),
        (LiteDbSchema.Reminders, MovedTable.Reminders, rows.Reminders()),
        (LiteDbSchema.Accounts, MovedTable.Accounts, rows.Accounts()),
        (LiteDbSchema.Invitations, MovedTable.Invitations, rows.Invitations()),
        (LiteDbSchema.Audit, MovedTable.Audit, rows.Audit()),
        .. Shelves.Select(shelf => (shelf, MovedTable.Documents(shelf), rows.Documents(shelf))),
        ("keys", MovedTable.Keys, Keys(Path.Combine(from, "keys"))),
    ];

    // The collection of what is unsent is a condition on the outbox there.
    static async Task<bool> SameUnsentAsync(LiteDbStore store, NpgsqlConnection connection, CancellationToken stop)
    {
        var here = store.All(LiteDbSchema.Unsent).Count;
        var there = Convert.ToInt64(await ScalarAsync(connection, "select count(*) from outbox where state = 0", stop), CultureInfo.InvariantCulture);
        Console.WriteLine($"{LiteDbSchema.Unsent,-16}{here,10}{there,10}  {(here == there ? "same" : "DIFFERENT")}");
        return here == there;
    }

    // Lanes of those who have work, so that a node finds it; numbers go on where they were.
    static async Task FinishAsync(NpgsqlConnection connection, SourceRows rows, CancellationToken stop)
    {
        await ScalarAsync(connection, "insert into lanes (person, epoch) select person, 0 from waiting union select person, 0 from outbox where state = 0", stop);
        await ScalarAsync(connection, $"select setval('waiting_n', {rows.Greatest.Waiting + 1}), setval('facts_n', {rows.Greatest.Facts + 1})", stop);
        // The first node makes the register from what came.
        await ScalarAsync(connection, "delete from register_built", stop);
        await ScalarAsync(connection, "analyze", stop);
    }

    static IEnumerable<object?[]> Keys(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.xml").Select(file => new object?[] { Path.GetFileNameWithoutExtension(file), File.ReadAllText(file) })
        : [];

    static void Say(string collection, Tally sent, Tally there) => Console.WriteLine(
        $"{collection,-16}{sent.Rows,10}{there.Rows,10}  {(sent.Equals(there) ? $"same {sent.Hash}" : $"DIFFERENT {sent.Hash} {there.Hash}")}");

    static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(stop);
    }

    static int Refuse(string why, int exitCode)
    {
        Console.Error.WriteLine(why);
        return exitCode;
    }
}
