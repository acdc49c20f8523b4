using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>How messages fared, out of the rows of the outbox.</summary>
sealed class PostgresDeliveries(PostgresStore store, TimeProvider clock) : IDeliveries
{
    const string Columns = """
        select o.person, o.address, o.number, o.message, o.state, o.tries, o.due, o.sent, o.attempts, o.reason, a.channel, a.value
        from outbox o join addresses a on a.key = o.address
        """;

    const string GivenUp = Columns + " where o.state in (2, 3, 4, 8) order by o.due desc, o.person, o.number desc limit $1";

    const string GivenUpOf = Columns + " where o.state in (2, 3, 4, 8) and o.class = $2 order by o.due desc, o.person, o.number desc limit $1";

    const string Counts = """
        select a.channel, o.class, count(*) from outbox o join addresses a on a.key = o.address
        where o.state in (2, 3, 4, 8) group by a.channel, o.class order by a.channel collate "C", o.class
        """;

    const string OfPerson = Columns + " where o.person = $1 order by o.due desc, o.number desc limit $2";

    const string One = Columns + " where o.address = $1 and o.person = a.person and o.number = $2 for update of o";

    const string Depths = """
        select a.channel, count(*) filter (where o.state = 0), count(*) filter (where o.state = 7)
        from (select address, state from outbox where state = 0 union all select address, state from outbox where state = 7) as o
        join addresses a on a.key = o.address group by a.channel order by a.channel
        """;

    const string Resend = """
        update outbox set state = 0, tries = 0, due = $4, sent = '', reason = '', message = $5, attempts = $6, receipt = null, class = 0
        where person = $1 and address = $2 and number = $3
        """;

    // A node must find it, even when nobody serves the person now.
    public const string Lane = "insert into lanes (person, epoch) values ($1, 0) on conflict do nothing";

    public async Task<IReadOnlyList<Undelivered>> GivenUpAsync(FailureClass? only, int most, CancellationToken stop) => only is { } its
        ? await store.ReadAsync(GivenUpOf, Read, stop, Column.Number(most), Column.Number((int)its))
        : await store.ReadAsync(GivenUp, Read, stop, Column.Number(most));

    public async Task<IReadOnlyList<GivenUpCount>> GivenUpCountsAsync(CancellationToken stop) =>
        await store.ReadAsync(Counts, row => new GivenUpCount(row.GetString(0), (FailureClass)row.GetInt16(1), (int)row.GetInt64(2)), stop);

    public async Task<IReadOnlyList<Undelivered>> OfPersonAsync(PersonId person, int most, CancellationToken stop) =>
        await store.ReadAsync(OfPerson, Read, stop, Column.Text(person.Value), Column.Number(most));

    public async Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken stop) =>
        await store.ReadAsync(Depths, row => new QueueDepth(row.GetString(0), (int)row.GetInt64(1), (int)row.GetInt64(2)), stop);

    public async Task<bool> ResendAsync(string id, bool evenUnknown, CancellationToken stop)
    {
        if (!StoredKeys.IsNumbered(id))
            return false;
        var (key, number) = (StoredKeys.KeyIn(id), StoredKeys.NumberIn(id));
        var person = await store.InTransactionAsync(connection => ResendAsync(connection, key, number, evenUnknown, stop), stop);
        if (person is not null)
            store.Lanes.Poke(person);
        return person is not null;
    }

    async Task<string?> ResendAsync(NpgsqlConnection connection, string key, long number, bool evenUnknown, CancellationToken stop)
    {
        Undelivered? found;
        await using (var command = PostgresStore.Command(connection, One, Column.Text(key), Column.Long(number)))
        await using (var row = await command.ExecuteReaderAsync(stop))
            found = await row.ReadAsync(stop) ? Read(row) : null;
        if (found is null || !SendOrder.IsGivenUp(found.Sending.State) || (found.Sending.State == SendState.Unknown && !evenUnknown))
            return null;
        var again = NewBeginning.ByHand(found.Sending, clock.GetUtcNow());
        await RunAsync(
            connection, Resend, stop, Column.Text(found.Person.Value), Column.Text(key), Column.Long(number), Column.Long(again.DueAt.UtcTicks),
            Column.Text(store.Sealed.Message(key, again.Message)), Column.Text(store.Sealed.Lines(again.Attempts)));
        await RunAsync(connection, Lane, stop, Column.Text(found.Person.Value));
        return found.Person.Value;
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop, params NpgsqlParameter[] parameters)
    {
        await using var command = PostgresStore.Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(stop);
    }

    Undelivered Read(NpgsqlDataReader row) => new(
        new PersonId(row.GetString(0)),
        new Sending(
            StoredKeys.Numbered(row.GetString(1), row.GetInt64(2)), new Address(row.GetString(10), store.Sealed.Address(row.GetString(1), row.GetString(11))), row.GetInt64(2),
            store.Sealed.Message(row.GetString(1), row.GetString(3)), (SendState)row.GetInt16(4), row.GetInt32(5), new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero), store.Sealed.Report(row.GetString(7)))
        {
            Attempts = store.Sealed.Attempts(row.GetString(8)),
        },
        store.Sealed.Report(row.GetString(9)));
}
