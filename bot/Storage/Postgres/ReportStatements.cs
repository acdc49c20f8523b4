using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What takes in a channel's report, in one transaction.</summary>
sealed class ReportStatements(SealedColumns sealed_)
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // Each name of a message in the order of all: two reports never wait for each other in a ring.
    const string Lock = "select pg_advisory_xact_lock(hashtextextended(receipt, 0)) from (select receipt from unnest($1::text[]) as t(receipt) order by 1 offset 0) as o";

    const string Find = """
        select o.person, o.address, o.number, o.message, o.state, o.tries, o.due, o.sent, o.attempts, a.value
        from outbox o join addresses a on a.key = o.address where o.receipt = any($1) for update of o
        """;

    // While it is held nobody can commit a turn of hers: she has spoken before, or what she says behind it finds the message held.
    const string Talk = "select body from conversations where person = $1 for share";

    const string Move = "update outbox set state = $4, reason = $5, attempts = $6, class = $7, sent = $8 where person = $1 and address = $2 and number = $3";

    const string Again = "update outbox set state = 0, reason = $5, attempts = $6, class = 0, sent = '', receipt = null, due = $4 where person = $1 and address = $2 and number = $3";

    const string EarlyState = "select state from early where receipt = $1";

    const string Keep = """
        insert into early (receipt, state, reason, line, at, class, sent) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (receipt) do update set state = excluded.state, reason = excluded.reason, line = excluded.line, at = excluded.at, class = excluded.class, sent = excluded.sent
        """;

    const string Forget = "delete from early where at < $1";

    /// <summary>The message as it stands then, and whose it is; null when it is not known (yet): then the report is kept.</summary>
    public async Task<ReportedSending?> TakeAsync(NpgsqlConnection connection, DeliveryReport report, DateTimeOffset now, CancellationToken stop)
    {
        List<string> receipts = [.. StoredKeys.Receipts(report)];
        await RunAsync(connection, Lock, stop, Column.Texts(receipts));
        if (await FindAsync(connection, receipts, report.Channel, stop) is not { } found)
        {
            await KeepAsync(connection, receipts, report, now, stop);
            return null;
        }
        if (!Reported.Concerns(found.Stands, report))
            return null;
        var reported = found with { Stands = Reported.On(found.Stands, report) };
        if (reported.Stands.State == found.Stands.State)
            return found;
        return reported.Stands.State == SendState.Held && await HasSpokenAsync(connection, reported, stop)
            ? await ReleaseAsync(connection, reported, report, now, stop)
            : await MoveAsync(connection, reported, report, stop);
    }

    async Task<ReportedSending> MoveAsync(NpgsqlConnection connection, ReportedSending reported, DeliveryReport report, CancellationToken stop)
    {
        await RunAsync(connection, Move, stop, [
            .. Key(reported), Column.Number((int)reported.Stands.State), Column.Text(sealed_.SealReport(report.Reason)), Column.Text(sealed_.Lines(reported.Stands.Attempts)),
            Column.Number((int)reported.Stands.Class), Column.Text(sealed_.SealReport(reported.Stands.ChannelMessageId))]);
        return reported;
    }

    async Task<ReportedSending> ReleaseAsync(NpgsqlConnection connection, ReportedSending reported, DeliveryReport report, DateTimeOffset now, CancellationToken stop)
    {
        var again = reported with { Stands = NewBeginning.Released(reported.Stands, now) };
        await RunAsync(connection, Again, stop, [
            .. Key(again), Column.Long(again.Stands.DueAt.UtcTicks), Column.Text(sealed_.SealReport(report.Reason)), Column.Text(sealed_.Lines(again.Stands.Attempts))]);
        await RunAsync(connection, PostgresDeliveries.Lane, stop, Column.Text(again.Person));
        return again;
    }

    // She spoke since the message was decided: the channel would take it now.
    async Task<bool> HasSpokenAsync(NpgsqlConnection connection, ReportedSending held, CancellationToken stop)
    {
        await using var command = PostgresStore.Command(connection, Talk, Column.Text(held.Person));
        return await command.ExecuteScalarAsync(stop) is string body
            && sealed_.Talk(held.Person, body).Reaches.Any(reach => reach.Address == held.Stands.To && reach.LastHeard > held.Stands.DueAt);
    }

    async Task<ReportedSending?> FindAsync(NpgsqlConnection connection, List<string> receipts, string channel, CancellationToken stop)
    {
        await using var command = PostgresStore.Command(connection, Find, Column.Texts(receipts));
        await using var row = await command.ExecuteReaderAsync(stop);
        if (!await row.ReadAsync(stop))
            return null;
        return new(row.GetString(0), new Sending(
            StoredKeys.Numbered(row.GetString(1), row.GetInt64(2)), new Address(channel, sealed_.Address(row.GetString(1), row.GetString(9))), row.GetInt64(2), sealed_.Message(row.GetString(1), row.GetString(3)),
            (SendState)row.GetInt16(4), row.GetInt32(5), new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero), sealed_.Report(row.GetString(7)))
        {
            Attempts = sealed_.Attempts(row.GetString(8)),
        });
    }

    async Task KeepAsync(NpgsqlConnection connection, List<string> receipts, DeliveryReport report, DateTimeOffset now, CancellationToken stop)
    {
        await RunAsync(connection, Forget, stop, Column.Long((now - Kept).UtcTicks));
        foreach (var receipt in receipts)
            await KeepAsync(connection, receipt, report, now, stop);
    }

    async Task KeepAsync(NpgsqlConnection connection, string receipt, DeliveryReport report, DateTimeOffset now, CancellationToken stop)
    {
        var state = SendOrder.Of(report);
        await using (var command = PostgresStore.Command(connection, EarlyState, Column.Text(receipt)))
            if (await command.ExecuteScalarAsync(stop) is short there && !SendOrder.IsBeyond(state, (SendState)there))
                return;
        await RunAsync(
            connection, Keep, stop, Column.Text(receipt), Column.Number((int)state), Column.Text(sealed_.SealReport(report.Reason)),
            Column.Text(sealed_.Lines([Reported.By(report)])), Column.Long(now.UtcTicks), Column.Number((int)Reported.Class(report)), Column.Text(sealed_.SealReport(report.ChannelMessageId)));
    }

    static NpgsqlParameter[] Key(ReportedSending one) =>
        [Column.Text(one.Person), Column.Text(StoredKeys.KeyIn(one.Stands.Id)), Column.Long(one.Stands.Number)];

    static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop, params NpgsqlParameter[] parameters)
    {
        await using var command = PostgresStore.Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <summary>A message that a report is of, and whose it is.</summary>
sealed record ReportedSending(string Person, Sending Stands);
