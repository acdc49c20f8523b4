using Npgsql;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The rows of one erasure, in a transaction of their own.</summary>
/// <param name="isFetched">Whether a channel's people fetch their messages.</param>
sealed class PostgresErasure(NpgsqlConnection connection, SealedColumns sealed_, Erasure erasure, Func<string, bool> isFetched, CancellationToken stop)
{
    string Person => erasure.Person.Value;

    /// <summary>Erases; gives the key of the address that is nobody's from now on, which the caller has its writer forget once this is committed: what comes from there right after is somebody new's. Null when there is none.</summary>
    public async Task<string?> RunAsync(DateTimeOffset now)
    {
        var own = await OwnAsync();
        var last = (await ReadAsync("select coalesce(max(number), 0) from outbox where person = $1", row => row.GetInt64(0), Column.Text(Person)))[0];
        await EraseAddressAsync(own);
        if (erasure.IsWhole)
            await EraseOwnAsync();
        if (erasure.Desk is { } desk)
            await DoAsync("insert into conversations (person, channel, value, body) values ($1, $2, $3, $4) on conflict (person) do update set channel = excluded.channel, value = excluded.value, body = excluded.body",
                Column.Text(Person), Column.Text(desk.Address.Channel), Column.Text(sealed_.SealTalkValue(Person, desk.Address.Value)), Column.Text(sealed_.Talk(Person, desk with { Sessions = [] })));
        if (erasure.Farewell is { } farewell)
            await TellAsync(farewell, last + 1, now);
        var note = ErasedRow.Of(erasure, sealed_.Vault, own, erasure.Farewell is null ? 0 : last + 1);
        await PutAsync("erasures", note.Id, StoredJson.Write(note));
        if (own is null || erasure.KeepsAddress)
            return null;
        // Whose an address is, other nodes remember too.
        var key = sealed_.KeyOf(own);
        await DoAsync($"select pg_notify('{News.Channel}', $1)", Column.Text(News.Of(News.Erased, [key])));
        return key;
    }

    async Task<Address?> OwnAsync() => (await ReadAsync(
        "select key, channel, value from addresses where person = $1", row => new Address(row.GetString(1), sealed_.Address(row.GetString(0), row.GetString(2))), Column.Text(Person))).FirstOrDefault();

    async Task EraseAddressAsync(Address? own)
    {
        // Where others are written to as well, what has not been said may be theirs, and messages are numbered on.
        if (erasure.KeepsAddress)
            await DoAsync("update addresses a set gone = greatest(a.gone, (select max(number) from outbox o where o.person = a.person and o.address = a.key)) where a.person = $1", Column.Text(Person));
        await DoAsync($"delete from outbox where person = $1 {(erasure.KeepsAddress ? "and state not in (0, 7)" : "")}", Column.Text(Person));
        if (erasure.KeepsAddress)
            return;
        await DoAsync("delete from inbox where person = $1", Column.Text(Person));
        await DoAsync("delete from addresses where person = $1", Column.Text(Person));
        if (own is not null)
            foreach (var (id, payload) in await ReadAsync("select id, payload from aside where payload is not null", row => (row.GetString(0), row.GetFieldValue<byte[]>(1))))
                if (sealed_.Payload(payload).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(own.Value)) >= 0)
                    await DoAsync("delete from aside where id = $1", Column.Text(id));
    }

    async Task EraseOwnAsync()
    {
        foreach (var table in (string[])["conversations", "sessions", "reminders", "aside", "link_codes"])
            await DoAsync($"delete from {table} where person = $1", Column.Text(Person));
        if (erasure.Desk is null)
            foreach (var table in (string[])["waiting", "lanes"])
                await DoAsync($"delete from {table} where person = $1", Column.Text(Person));
        foreach (var row in erasure.Sessions.Index().Select(one => sealed_.Row(SessionRow.Of(one.Index, one.Item))))
            await DoAsync("insert into sessions (person, number, subject, flow, started, submitted, line, rest, id, version, standing, offered, language, day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                Column.Text(row.Person), Column.Number(row.Number), Column.Text(row.Subject), Column.Text(row.Flow), Column.Long(row.Started),
                new NpgsqlParameter<bool> { TypedValue = row.IsSubmitted }, Column.Text(row.Line), Column.Text(row.Rest),
                Column.Text(row.Stands.Id), Column.Text(row.Stands.Version), Column.Number((int)row.Stands.Standing),
                new NpgsqlParameter<bool> { TypedValue = row.Stands.IsOffered }, Column.Text(row.Stands.Language), Column.Number(row.Stands.Day.DayNumber));
        await UnlinkFactsAsync();
        await new PostgresErasedDocuments(connection, sealed_, erasure, stop).RunAsync();
    }

    async Task UnlinkFactsAsync()
    {
        var rows = await ReadAsync("select n, facts from facts where person = $1 order by n", row => (N: row.GetInt64(0), Facts: sealed_.Facts(Person, row.GetString(1))), Column.Text(Person));
        var stay = erasure.Unlinking.Facts([.. rows.SelectMany(row => row.Facts)]);
        var (at, stays) = (0, erasure.Names.Stays.Value);
        foreach (var (n, facts) in rows)
        {
            List<Fact> kept = [.. stay.Skip(at).Take(facts.Count).OfType<Fact>()];
            at += facts.Count;
            if (kept.Count > 0)
                await DoAsync("update facts set person = $3, facts = $4 where n = $1 and person = $2", Column.Long(n), Column.Text(Person), Column.Text(stays), Column.Text(sealed_.Facts(stays, kept)));
        }
        await DoAsync("delete from facts where person = $1", Column.Text(Person));
    }

    // In a lane of its own, so that the owner of her old one is not needed.
    async Task TellAsync(Farewell farewell, long number, DateTimeOffset now)
    {
        var (key, leaver) = (sealed_.KeyOf(farewell.To), erasure.Names.Leaver.Value);
        await DoAsync("delete from addresses where key = $1", Column.Text(key));
        await DoAsync("insert into addresses (key, person, channel, value, since) values ($1, $2, $3, $4, $5)",
            Column.Text(key), Column.Text(leaver), Column.Text(farewell.To.Channel), Column.Text(sealed_.Address(key, farewell.To)), Column.Long(now.UtcTicks));
        await DoAsync("insert into lanes (person, node, epoch) values ($1, null, 0) on conflict do nothing", Column.Text(leaver));
        await DoAsync("insert into outbox (person, address, number, message, state, tries, due, sent, reason) values ($1, $2, $3, $4, $5, 0, $6, '', '')",
            Column.Text(leaver), Column.Text(key), Column.Long(number), Column.Text(sealed_.Message(key, farewell.Message)),
            Column.Number((int)(isFetched(farewell.To.Channel) ? SendState.Sent : SendState.Pending)), Column.Long(now.UtcTicks));
        await DoAsync($"select pg_notify('{News.Channel}', $1)", Column.Text(News.Of(News.Work, [leaver])));
    }

    Task PutAsync(string collection, string id, string text) => DoAsync(
        "insert into documents (collection, id, body) values ($1, $2, $3) on conflict (collection, id) do update set body = excluded.body",
        Column.Text(collection), Column.Text(id), Column.Text(sealed_.SealDocument(collection, id, text)));

    async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> row, params NpgsqlParameter[] parameters)
    {
        await using var command = PostgresStore.Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(stop))
            rows.Add(row(reader));
        return rows;
    }

    async Task DoAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = PostgresStore.Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(stop);
    }
}
