using System.Security.Cryptography;
using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What was set aside, a row each.</summary>
sealed class PostgresAside(PostgresStore store, TimeProvider clock) : IAside
{
    const string Keep = """
        insert into aside (id, channel, payload, reason, at) values ($1, $2, $3, $4, $5) on conflict do nothing
        """;

    const string Rows = "select id, channel, person, inbound, payload, reason, at from aside order by";
    const string Page = $"{Rows} at, id limit $1 offset $2";
    const string PageLatestFirst = $"{Rows} at desc, id desc limit $1 offset $2";

    const string Take = "delete from aside where id = $1 and inbound is not null returning person, inbound";

    public async Task<IReadOnlyList<SetAside>> PageAsync(bool isLatestFirst, int skipped, int most, CancellationToken stop) =>
        await store.ReadAsync(isLatestFirst ? PageLatestFirst : Page, Read, stop, Column.Number(most), Column.Number(skipped));

    public async Task<int> CountAsync(CancellationToken stop) => (await store.ReadAsync("select count(*)::int from aside", row => row.GetInt32(0), stop))[0];

    public Task KeepUnreadAsync(string channel, ReadOnlyMemory<byte> payload, string reason, CancellationToken stop) => store.RunAsync(
        Keep, stop, Column.Text($"{channel}-{Convert.ToHexStringLower(SHA256.HashData(payload.Span))}"), Column.Text(channel),
        Column.ByteArray(store.Sealed.Payload(payload.Span)), Column.Text(store.Sealed.SealReport(reason)), Column.Long(clock.GetUtcNow().UtcTicks));

    public async Task<bool> ReplayAsync(string id, CancellationToken stop)
    {
        var person = await store.InTransactionAsync(connection => ReplayAsync(connection, id, stop), stop);
        if (person is not null)
            store.Lanes.Poke(person);
        return person is not null;
    }

    public static AsideRow Row(SealedColumns sealed_, Waiting waiting, string reason, DateTimeOffset at) => new(
        waiting.Id, waiting.Inbound.From.Channel, waiting.Person.Value, sealed_.Inbound(waiting.Id, waiting.Inbound), null, sealed_.SealReport(reason), at.UtcTicks);

    static async Task<string?> ReplayAsync(NpgsqlConnection connection, string id, CancellationToken stop)
    {
        string person, inbound;
        await using (var take = PostgresStore.Command(connection, Take, Column.Text(id)))
        await using (var reader = await take.ExecuteReaderAsync(stop))
        {
            if (!await reader.ReadAsync(stop))
                return null;
            (person, inbound) = (reader.GetString(0), reader.GetString(1));
        }
        await using var put = PostgresStore.Command(connection, InboxStatements.Put, Column.Texts([person]), Column.Bytes([Convert.FromHexString(id)]), Column.Texts([inbound]));
        await put.ExecuteNonQueryAsync(stop);
        return person;
    }

    SetAside Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : new PersonId(row.GetString(2)), row.IsDBNull(3) ? null : store.Sealed.Inbound(row.GetString(0), row.GetString(3)),
        row.IsDBNull(4) ? null : store.Sealed.Payload(row.GetFieldValue<byte[]>(4)), store.Sealed.Report(row.GetString(5)), new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero));
}
