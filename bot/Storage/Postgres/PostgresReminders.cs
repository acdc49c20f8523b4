using System.Globalization;
using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Reminders, a row for each person and key. What one node is firing, others pass by.</summary>
sealed class PostgresReminders(PostgresStore store, TimeProvider clock) : IReminders
{
    const string Due = """
        select r.person, r.key, r.subject, r.due, c.channel, c.value from reminders r join conversations c on c.person = r.person
        where r.due <= $1 order by r.due limit 500 for update of r skip locked
        """;

    const string Forget = "delete from reminders r using unnest($1::text[], $2::text[]) as t(person, key) where r.person = t.person and r.key = t.key";

    const string Know = """
        insert into inbox (person, id, at) select person, substr(id, 1, 16), $3 from unnest($1::text[], $2::bytea[]) as t(person, id) order by 1, 2
        on conflict do nothing returning id
        """;

    /// <summary>Letters of an id that the inbox knows it by.</summary>
    const int IdLetters = 32;

    public async Task<int> FireAsync(DateTimeOffset now, CancellationToken stop)
    {
        var fired = await store.InTransactionAsync(connection => FireAsync(connection, now, stop), stop);
        foreach (var person in fired)
            store.Lanes.Poke(person);
        return fired.Count;
    }

    public async Task<IReadOnlyList<Reminder>> OfAsync(PersonId person, CancellationToken stop) => await store.ReadAsync(
        "select key, subject, due from reminders where person = $1 order by due",
        row => new Reminder(row.GetString(0), row.GetString(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero)), stop, Column.Text(person.Value));

    async Task<IReadOnlyList<string>> FireAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken stop)
    {
        var due = new List<Reminded>();
        await using (var command = PostgresStore.Command(connection, Due, Column.Long(now.UtcTicks)))
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop))
                due.Add(Read(reader));
        if (due.Count == 0)
            return [];
        await using (var forget = PostgresStore.Command(connection, Forget, Column.Texts(due.Select(one => one.Person)), Column.Texts(due.Select(one => one.Key))))
            await forget.ExecuteNonQueryAsync(stop);
        var fresh = await KnowAsync(connection, due, stop);
        var taken = due.Where(one => fresh.Contains(one.Id[..IdLetters])).ToList();
        await using (var put = PostgresStore.Command(
            connection, InboxStatements.Put, Column.Texts(taken.Select(one => one.Person)), Column.Bytes(taken.Select(one => Convert.FromHexString(one.Id))),
            Column.Texts(taken.Select(one => store.Sealed.Inbound(one.Id, one.Inbound)))))
            await put.ExecuteNonQueryAsync(stop);
        return [.. taken.Select(one => one.Person)];
    }

    async Task<HashSet<string>> KnowAsync(NpgsqlConnection connection, List<Reminded> due, CancellationToken stop)
    {
        await using var command = PostgresStore.Command(
            connection, Know, Column.Texts(due.Select(one => one.Person)), Column.Bytes(due.Select(one => Convert.FromHexString(one.Id))), Column.Long(clock.GetUtcNow().UtcTicks));
        await using var reader = await command.ExecuteReaderAsync(stop);
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(stop))
            fresh.Add(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0)));
        return fresh;
    }

    // Its id is new each time, as in LiteDbReminders.
    Reminded Read(NpgsqlDataReader row)
    {
        var (person, key, due) = (row.GetString(0), row.GetString(1), row.GetInt64(3));
        var inbound = new Inbound(
            new Address(row.GetString(4), store.Sealed.TalkValue(person, row.GetString(5))), string.Create(CultureInfo.InvariantCulture, $"due|{due}|{person}/{key}|{Guid.CreateVersion7():N}"),
            Said.Due(row.GetString(2)), new DateTimeOffset(due, TimeSpan.Zero));
        return new Reminded(person, key, StoredKeys.Of(inbound), inbound);
    }

    sealed record Reminded(string Person, string Key, string Id, Inbound Inbound);
}
