using Npgsql;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What writes down how messages fared. A message that went out never becomes pending again.</summary>
/// <remarks>The sum keeps the planner from the index of what is unsent, which is full of rows that no longer are.</remarks>
static class MarkStatements
{
    const string Mark = """
        update outbox o set state = t.state, tries = t.tries, due = t.due, sent = t.sent, reason = t.reason, attempts = t.attempts, receipt = t.receipt, class = t.class
        from unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::int[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[])
            as t(person, address, number, state, tries, due, sent, reason, attempts, receipt, class)
        where o.person = t.person and o.address = t.address and o.number = t.number and o.state + 0 = 0
        """;

    // Reports of the same message come through the same locks, one statement before anything is looked at: nothing is missed between us.
    const string Lock = "select pg_advisory_xact_lock(hashtextextended(receipt, 0)) from (select receipt from unnest($1::text[]) as t(receipt) order by 1 offset 0) as o";

    // What was reported before we knew the channel's id; it was ranked when it was kept. That it was sent is news of what nobody knew.
    const string Early = """
        with early_ones as (delete from early e where e.receipt = any($1) returning e.receipt, e.state, e.reason, e.line, e.class, e.sent)
        update outbox o set state = e.state, reason = e.reason, attempts = o.attempts || e.line, class = e.class, sent = coalesce(nullif(e.sent, ''), o.sent)
        from early_ones e where o.receipt = e.receipt and o.state in (1, 4) and not (o.state = 1 and e.state = 1)
        returning o.receipt, o.state, o.sent, o.attempts
        """;

    /// <summary>Whether reports may have come for any of them.</summary>
    public static bool HasReceipts(IReadOnlyList<MarkWrite> marks) => marks.Any(mark => mark.Receipt is not null);

    /// <summary>Adds the statements; two give rows when there are receipts.</summary>
    public static void Add(NpgsqlBatch batch, IReadOnlyList<MarkWrite> marks)
    {
        var receipts = marks.Select(mark => mark.Receipt).OfType<string>().ToList();
        if (receipts.Count > 0)
            AddOf(batch, Lock, receipts);
        AddMarks(batch, marks);
        if (receipts.Count > 0)
            AddOf(batch, Early, receipts);
    }

    /// <summary>What the reports that were here before have made of them. Behind it stands the next statement's rows.</summary>
    public static void Read(NpgsqlDataReader reader, IReadOnlyList<MarkWrite> marks)
    {
        while (reader.Read())
        {
            var receipt = reader.GetString(0);
            marks.First(mark => mark.Receipt == receipt).Reported = new ReportedRow((SendState)reader.GetInt16(1), reader.GetString(2), reader.GetString(3));
        }
        reader.NextResult();
    }

    static void AddOf(NpgsqlBatch batch, string sql, List<string> receipts)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(Column.Texts(receipts));
        batch.BatchCommands.Add(command);
    }

    static void AddMarks(NpgsqlBatch batch, IReadOnlyList<MarkWrite> marks)
    {
        var command = new NpgsqlBatchCommand(Mark);
        command.Parameters.Add(Column.Texts(marks.Select(mark => mark.Person)));
        command.Parameters.Add(Column.Texts(marks.Select(mark => mark.Address)));
        command.Parameters.Add(Column.Longs(marks.Select(mark => mark.Number)));
        command.Parameters.Add(Column.Numbers(marks.Select(mark => (int)mark.State)));
        command.Parameters.Add(Column.Numbers(marks.Select(mark => mark.Tries)));
        command.Parameters.Add(Column.Longs(marks.Select(mark => mark.Due)));
        command.Parameters.Add(Column.Texts(marks.Select(mark => mark.ChannelMessageId)));
        command.Parameters.Add(Column.Texts(marks.Select(mark => mark.Reason)));
        command.Parameters.Add(Column.Texts(marks.Select(mark => mark.Attempts)));
        command.Parameters.Add(Column.Texts(marks.Select(mark => mark.Receipt)));
        command.Parameters.Add(Column.Numbers(marks.Select(mark => (int)mark.Class)));
        batch.BatchCommands.Add(command);
    }
}
