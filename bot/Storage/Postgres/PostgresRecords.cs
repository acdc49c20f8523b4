using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What pages, exports and reports read.</summary>
sealed class PostgresRecords(PostgresStore store) : IRecords
{
    /// <summary>Sessions in memory at a time while they are streamed.</summary>
    const int Handful = 200;

    const string Order = "order by started, person, number";

    public async Task<IReadOnlyList<Session>> SessionsAsync(string subject, CancellationToken stop) => await store.ReadAsync(
        $"select person, line, rest from sessions where subject = $1 {Order}", Session, stop, Column.Text(subject));

    public async Task<IReadOnlyList<Session>> SessionsOfFlowAsync(string flow, CancellationToken stop) => await store.ReadAsync(
        $"select person, line, rest from sessions where flow = $1 {Order}", Session, stop, Column.Text(flow));

    public async Task<IReadOnlyList<SessionLine>> LinesAsync(string subject, CancellationToken stop) => await store.ReadAsync(
        $"select person, number, line from sessions where subject = $1 {Order}",
        row => new SessionLine(StoredKeys.Numbered(row.GetString(0), row.GetInt32(1)), store.Sealed.Line(row.GetString(0), row.GetString(2))), stop, Column.Text(subject));

    public async IAsyncEnumerable<Session> StreamAsync(IReadOnlyList<SessionLine> lines, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in lines.Select(line => line.Key).Chunk(Handful))
        {
            var found = await SomeAsync(some, stop);
            foreach (var key in some)
                if (found.TryGetValue(key, out var session))
                    yield return session;
        }
    }

    public async Task<IReadOnlyDictionary<string, (int Begun, int Submitted)>> CountsAsync(CancellationToken stop) => (await store.ReadAsync(
        "select subject, count(*)::int, (count(*) filter (where submitted))::int from sessions group by subject",
        row => (Subject: row.GetString(0), Begun: row.GetInt32(1), Submitted: row.GetInt32(2)), stop))
        .ToDictionary(row => row.Subject, row => (row.Begun, row.Submitted), StringComparer.Ordinal);

    public async Task<IReadOnlyList<Conversation>> ConversationsAsync(CancellationToken stop) =>
        [.. (await store.ReadAsync("select person, body from conversations order by person", Talk, stop))
            .Where(conversation => conversation.StandsFor is null)];

    public async Task<Conversation?> ConversationAsync(PersonId person, CancellationToken stop) => (await store.ReadAsync(
        "select person, body from conversations where person = $1", Talk, stop, Column.Text(person.Value))).FirstOrDefault();

    public async Task<IReadOnlyList<Fact>> IdentityAsync(PersonId person, CancellationToken stop) => [.. (await store.ReadAsync(
        "select facts from identities where person = $1 order by n", row => store.Sealed.Facts(person.Value, row.GetString(0)), stop, Column.Text(person.Value))).SelectMany(facts => facts)];

    public async Task<IReadOnlyList<Fact>> FactsAsync(CancellationToken stop) =>
        [.. (await store.ReadAsync("select person, facts from facts order by n", row => store.Sealed.Facts(row.GetString(0), row.GetString(1)), stop)).SelectMany(facts => facts)];

    public async Task<IReadOnlyList<Address>> AddressesAsync(PersonId person, CancellationToken stop)
    {
        var own = await store.ReadAsync(
            "select channel, value, key from addresses where person = $1 order by since, key", row => new Address(row.GetString(0), store.Sealed.Address(row.GetString(2), row.GetString(1))), stop, Column.Text(person.Value));
        if (own.Count > 0)
            return own;
        return [.. ((await ConversationAsync(person, stop))?.Reaches ?? []).Select(reach => reach.Address)];
    }

    async Task<Dictionary<string, Session>> SomeAsync(string[] keys, CancellationToken stop)
    {
        var rows = await store.ReadAsync(
            "select s.person, s.number, s.line, s.rest from sessions s join unnest($1::text[], $2::int[]) as t(person, number) on s.person = t.person and s.number = t.number",
            row => (Key: StoredKeys.Numbered(row.GetString(0), row.GetInt32(1)), Session: store.Sealed.Session(row.GetString(0), row.GetString(2), row.GetString(3))), stop,
            Column.Texts(keys.Select(Person)), Column.Numbers(keys.Select(Number)));
        return rows.ToDictionary(row => row.Key, row => row.Session, StringComparer.Ordinal);
    }

    Session Session(NpgsqlDataReader row) => store.Sealed.Session(row.GetString(0), row.GetString(1), row.GetString(2));

    Conversation Talk(NpgsqlDataReader row) => store.Sealed.Talk(row.GetString(0), row.GetString(1));

    static string Person(string key) => key[..key.LastIndexOf('/')];

    static int Number(string key) => int.Parse(key.AsSpan(key.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);
}
