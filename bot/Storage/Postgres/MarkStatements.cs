using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What writes down how messages fared. A message that went out never becomes pending again.</summary>
/// <remarks>The sum keeps the planner from the index of what is unsent, which is full of rows that no longer are.</remarks>
static class MarkStatements
{
    const string Mark = """
        update outbox o set state = t.state, tries = t.tries, due = t.due, sent = t.sent, reason = t.reason
        from unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::int[], $6::bigint[], $7::text[], $8::text[])
            as t(person, address, number, state, tries, due, sent, reason)
        where o.person = t.person and o.address = t.address and o.number = t.number and o.state + 0 = 0
        """;

    public static void Add(NpgsqlBatch batch, IReadOnlyList<MarkWrite> marks)
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
        batch.BatchCommands.Add(command);
    }
}
