using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What takes in a channel's report, in one transaction.</summary>
static class ReportStatements
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    const string Lock = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    const string Find = """
        select o.person, o.address, o.number, o.message, o.state, o.tries, o.due, o.sent, o.attempts from outbox o where o.receipt = $1 for update
        """;

    const string Move = "update outbox set state = $4, reason = $5, attempts = $6 where person = $1 and address = $2 and number = $3";

    const string EarlyState = "select state from early where receipt = $1";

    const string Keep = """
        insert into early (receipt, state, reason, line, at) values ($1, $2, $3, $4, $5)
        on conflict (receipt) do update set state = excluded.state, reason = excluded.reason, line = excluded.line, at = excluded.at
        """;

    const string Forget = "delete from early where at < $1";

    /// <summary>False when the message is not known (yet): then the report is kept.</summary>
    public static async Task<bool> TakeAsync(NpgsqlConnection connection, DeliveryReport report, DateTimeOffset now, CancellationToken stop)
    {
        var receipt = StoredKeys.Receipt(report.Channel, CleanText.Of(report.ChannelMessageId));
        await RunAsync(connection, Lock, stop, Column.Text(receipt));
        if (await FindAsync(connection, receipt, report.Channel, stop) is not { } found)
        {
            await KeepAsync(connection, receipt, report, now, stop);
            return false;
        }
        var reported = Reported.On(found.Sending, report);
        if (reported.State != found.Sending.State)
            await RunAsync(
                connection, Move, stop, Column.Text(found.Person), Column.Text(StoredKeys.KeyIn(reported.Id)), Column.Long(reported.Number),
                Column.Number((int)reported.State), Column.Text(CleanText.Of(report.Reason)), Column.Text(StoredAttempts.Write(reported.Attempts)));
        return true;
    }

    static async Task<(string Person, Sending Sending)?> FindAsync(NpgsqlConnection connection, string receipt, string channel, CancellationToken stop)
    {
        await using var command = PostgresStore.Command(connection, Find, Column.Text(receipt));
        await using var row = await command.ExecuteReaderAsync(stop);
        if (!await row.ReadAsync(stop))
            return null;
        return (row.GetString(0), new Sending(
            StoredKeys.Numbered(row.GetString(1), row.GetInt64(2)), new Address(channel, row.GetString(1)), row.GetInt64(2), StoredJson.Read<Outbound>(row.GetString(3)),
            (SendState)row.GetInt16(4), row.GetInt32(5), new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero), row.GetString(7))
        {
            Attempts = StoredAttempts.Read(row.GetString(8)),
        });
    }

    static async Task KeepAsync(NpgsqlConnection connection, string receipt, DeliveryReport report, DateTimeOffset now, CancellationToken stop)
    {
        await RunAsync(connection, Forget, stop, Column.Long((now - Kept).UtcTicks));
        var state = SendOrder.Of(report.Stage);
        await using (var command = PostgresStore.Command(connection, EarlyState, Column.Text(receipt)))
            if (await command.ExecuteScalarAsync(stop) is short there && !SendOrder.IsBeyond(state, (SendState)there))
                return;
        await RunAsync(
            connection, Keep, stop, Column.Text(receipt), Column.Number((int)state), Column.Text(CleanText.Of(report.Reason)),
            Column.Text(StoredAttempts.Line(Reported.By(report.Channel, state, report.Reason, report.At))), Column.Long(now.UtcTicks));
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop, params NpgsqlParameter[] parameters)
    {
        await using var command = PostgresStore.Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(stop);
    }
}
