using System.Collections.Concurrent;
using Npgsql;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The audit trail: one chain, whichever node writes. What this node notes at the same moment shares one transaction.</summary>
/// <remarks>When the server breaks off while it commits, the entries are noted again: rather twice than not at all.</remarks>
sealed class PostgresAudit(PostgresStore store, AuditKeys keys) : IAudit, IAuditTrail, IDisposable
{
    const int MostInGroup = 256;

    // Until the transaction ends no other node adds a row: each must know the one before its own.
    const string Alone = "select pg_advisory_xact_lock(5926534867283043)";

    const string Head = "select seq, hash, key from audit order by seq desc limit 1";

    const string Add = """
        insert into audit (seq, at, actor, roles, act, object, outcome, reason, key, previous, hash)
        select * from unnest($1, $2, $3, $4, $5, $6, $7::smallint[], $8, $9, $10, $11)
        """;

    const string From = "select seq, at, actor, roles, act, object, outcome, reason, key, previous, hash from audit where seq >= $1 and seq < $2 order by seq";

    readonly ConcurrentQueue<Noted> waiting = new();
    readonly SemaphoreSlim turn = new(1);

    public async Task NoteAsync(AuditEntry entry, CancellationToken stop)
    {
        var noted = new Noted(StoredAudit.Clean(entry), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        waiting.Enqueue(noted);
        await turn.WaitAsync(CancellationToken.None); // what is in the queue is noted, whoever goes away
        try
        {
            if (!noted.Done.Task.IsCompleted)
                await WriteAsync([.. Next()], stop);
        }
        finally
        {
            turn.Release();
        }
        await noted.Done.Task;
    }

    /// <summary>Adds an entry inside another's transaction.</summary>
    public Task PutAsync(NpgsqlConnection connection, AuditEntry entry) => AddAsync(connection, [StoredAudit.Clean(entry)]);

    public async Task<AuditHead> HeadAsync(CancellationToken stop) =>
        (await store.ReadAsync(Head, ReadHead, stop)).FirstOrDefault() ?? AuditHead.Start;

    public async Task<IReadOnlyList<AuditRow>> FromAsync(long first, int most, CancellationToken stop) =>
        await store.ReadAsync(From, Read, stop, Column.Long(first), Column.Long(first + most));

    public void Dispose() => turn.Dispose();

    IEnumerable<Noted> Next()
    {
        for (var count = 0; count < MostInGroup && waiting.TryDequeue(out var noted); count++)
            yield return noted;
    }

    async Task WriteAsync(IReadOnlyList<Noted> group, CancellationToken stop)
    {
        try
        {
            await store.InTransactionAsync(connection => AddAsync(connection, [.. group.Select(noted => noted.Entry)]), stop);
            foreach (var noted in group)
                noted.Done.TrySetResult();
        }
        catch (Exception fault)
        {
            foreach (var noted in group)
                noted.Done.TrySetException(fault);
        }
    }

    async Task<int> AddAsync(NpgsqlConnection connection, IReadOnlyList<AuditEntry> entries)
    {
        await using (var alone = PostgresStore.Command(connection, Alone))
            await alone.ExecuteNonQueryAsync();
        var last = AuditHead.Start;
        await using (var command = PostgresStore.Command(connection, Head))
        await using (var reader = await command.ExecuteReaderAsync())
            if (await reader.ReadAsync())
                last = ReadHead(reader);
        await using var add = PostgresStore.Command(connection, Add, Columns(AuditChain.After(last, entries, keys)));
        return await add.ExecuteNonQueryAsync();
    }

    static NpgsqlParameter[] Columns(IReadOnlyList<AuditRow> rows) =>
    [
        Column.Longs(rows.Select(row => row.Seq)), Column.Longs(rows.Select(row => row.Entry.At.UtcTicks)), Column.Texts(rows.Select(row => row.Entry.Actor)),
        Column.Texts(rows.Select(row => StoredAudit.Roles(row.Entry))), Column.Texts(rows.Select(row => row.Entry.Act)), Column.Texts(rows.Select(row => row.Entry.Object)),
        Column.Numbers(rows.Select(row => (int)row.Entry.Outcome)), Column.Texts(rows.Select(row => row.Entry.Reason)), Column.Texts(rows.Select(row => row.Key)),
        Column.Texts(rows.Select(row => row.Previous)), Column.Texts(rows.Select(row => row.Hash)),
    ];

    static AuditHead ReadHead(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2));

    static AuditRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new AuditEntry(
            new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero), row.GetString(2), StoredAudit.Roles(row.GetString(3)), row.GetString(4),
            row.IsDBNull(5) ? null : row.GetString(5), (AuditOutcome)row.GetInt16(6), row.IsDBNull(7) ? null : row.GetString(7)),
        row.GetString(8), row.GetString(9), row.GetString(10));

    sealed record Noted(AuditEntry Entry, TaskCompletionSource Done);
}
