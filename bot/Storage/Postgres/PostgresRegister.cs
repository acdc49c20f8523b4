using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>People and sessions by where they stand: by the columns and tables that turns keep with them.</summary>
sealed class PostgresRegister(PostgresStore store) : IRegister
{
    /// <summary>Sessions in memory at a time while all are gone through.</summary>
    const int Handful = 200;

    const string Counts = "select subject, version, standing::int, sum(n)::int from session_counts group by 1, 2, 3 having sum(n) > 0";
    const string Languages = "select language::int, count(*)::int from people where not other group by language";

    const string Wanted = """
        from sessions where subject = $1 and ($2 < 0 or standing = $2) and ($3 = '' or language = $3) and day between $4 and $5
        """;

    const string Lines = "select person, number, id, flow, subject, version, standing::int, offered, language, day, started from sessions where subject = $1 and id is not null";

    const string Standings = "select person, subject, standing::int, offered from sessions where subject = any($1) and standing is not null and person = any($2)";

    // What is not filtered further was counted with the turns.
    const string Counted = "select coalesce(sum(n), 0)::int from session_counts where subject = $1 and ($2 < 0 or standing = $2)";

    // Keys go before the rows: only a page's rows are fetched with what was said.
    static readonly CompositeFormat Keyed = CompositeFormat.Parse("select s.person, s.line, s.rest from (select person, number, row_number() over () as place from ({0}) as k) as k join sessions s using (person, number) order by place");

    static readonly CompositeFormat After = CompositeFormat.Parse("""
        select person, line, rest, started, number from sessions where {0} = $1 and (started, person, number) > ($2, $3, $4) order by started, person, number limit $5
        """);

    public async Task<IReadOnlyList<SessionCount>> CountsAsync(CancellationToken stop) =>
        await store.ReadAsync(Counts, row => new SessionCount(row.GetString(0), row.GetString(1), (Standing)row.GetInt32(2), row.GetInt32(3)), stop);

    public async Task<IReadOnlyList<PeopleCount>> PeopleAsync(CancellationToken stop) =>
        await store.ReadAsync(Languages, row => new PeopleCount(row.GetInt32(0) is >= 0 and var its ? (Language)its : null, row.GetInt32(1)), stop);

    public async Task<SessionPage> SessionsAsync(SessionWish wish, int skip, int most, CancellationToken stop)
    {
        var way = wish.IsDescending ? "desc" : "asc";
        var by = wish.By switch { SessionOrder.Day => "day", SessionOrder.Standing => "standing", SessionOrder.Language => "language", _ => throw new ArgumentOutOfRangeException(nameof(wish)) };
        var keys = $"select person, number {Wanted} order by {by} {way}, started desc, person desc, number desc offset $6 limit $7";
        var found = wish is { Language: "", From: null, To: null }
            ? await store.ReadAsync(Counted, row => row.GetInt32(0), stop, Column.Text(wish.Subject), Column.Number((int?)wish.Standing ?? -1))
            : await store.ReadAsync($"select count(*)::int {Wanted}", row => row.GetInt32(0), stop, Parameters(wish));
        var sessions = await store.ReadAsync(string.Format(CultureInfo.InvariantCulture, Keyed, keys), Session, stop, [.. Parameters(wish), Column.Number(skip), Column.Number(most)]);
        return new SessionPage(sessions, found[0]);
    }

    public async Task<Session?> SessionAsync(string id, CancellationToken stop) =>
        (await store.ReadAsync("select person, line, rest from sessions where id = $1", Session, stop, Column.Text(id))).FirstOrDefault();

    public async Task<IReadOnlyList<RegisterLine>> LinesAsync(string subject, CancellationToken stop) => await store.ReadAsync(
        Lines,
        row => new RegisterLine(
            new PersonId(row.GetString(0)), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), (Standing)row.GetInt32(6), row.GetBoolean(7), row.GetString(8),
            DateOnly.FromDayNumber(row.GetInt32(9)), new DateTimeOffset(row.GetInt64(10), TimeSpan.Zero)),
        stop, Column.Text(subject));

    public async Task<IReadOnlyList<PersonStanding>> StandingsAsync(IReadOnlyList<string> subjects, IReadOnlyCollection<PersonId> among, CancellationToken stop) => await store.ReadAsync(
        Standings, row => new PersonStanding(new PersonId(row.GetString(0)), row.GetString(1), (Standing)row.GetInt32(2), row.GetBoolean(3)),
        stop, Column.Texts(subjects), Column.Texts(among.Select(one => one.Value).Distinct()));

    public async IAsyncEnumerable<Session> EachAsync(string? flow, string? subject, [EnumeratorCancellation] CancellationToken stop)
    {
        var sql = string.Format(CultureInfo.InvariantCulture, After, flow is null ? "subject" : "flow");
        var (started, person, number) = (long.MinValue, "", -1);
        while (true)
        {
            var some = await store.ReadAsync(
                sql, row => (Session: Session(row), Started: row.GetInt64(3), Person: row.GetString(0), Number: row.GetInt32(4)), stop,
                Column.Text(flow ?? subject), Column.Long(started), Column.Text(person), Column.Number(number), Column.Number(Handful));
            foreach (var one in some.Where(one => subject is null || one.Session.Subject == subject))
                yield return one.Session;
            if (some.Count < Handful)
                yield break;
            (started, person, number) = (some[^1].Started, some[^1].Person, some[^1].Number);
        }
    }

    public async Task<PeopleFound> FindAsync(PeopleWish wish, int skip, int most, CancellationToken stop)
    {
        var way = wish.IsDescending ? "desc" : "asc";
        var order = wish.By == PeopleOrder.Begun ? $"person {way}" : $"day {way}, person {way}";
        var from = PeopleClauses.From(wish);
        var found = await store.ReadAsync($"select count(*)::int {from}", row => row.GetInt32(0), stop, Parameters(wish));
        if (found[0] <= skip)
            return new PeopleFound([], found[0]);
        var people = await store.ReadAsync(
            $"select p.person, p.line from (select person, row_number() over () as place from (select person {from} order by {order} offset $9 limit $10) as k) as k join people p using (person) order by place",
            row => StoredJson.Read<RegisterRow>(store.Sealed.OpenPersonLine(row.GetString(0), row.GetString(1))).Line(new PersonId(row.GetString(0))), stop,
            [.. Parameters(wish), Column.Number(skip), Column.Number(most)]);
        return new PeopleFound(people, found[0]);
    }

    static NpgsqlParameter[] Parameters(SessionWish wish) =>
    [
        Column.Text(wish.Subject), Column.Number((int?)wish.Standing ?? -1), Column.Text(wish.Language),
        Column.Number(wish.From?.DayNumber ?? 0), Column.Number(wish.To?.DayNumber ?? int.MaxValue),
    ];

    NpgsqlParameter[] Parameters(PeopleWish wish) =>
    [
        Column.Number((int?)wish.Language ?? -1), Column.Long(PersonRow.DistrictKey(wish.District, store.Sealed)), Column.Long(PersonRow.CadreKey(wish.Cadre, store.Sealed)),
        Column.Longs(wish.Words.Select(store.Sealed.Vault.WordKey)), Column.Text(wish.IdEnd.ToLowerInvariant().Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)),
        wish.Among is { } among ? Column.Texts(among.Select(one => one.Value)) : Column.NoTexts(),
        Column.Text(wish.Subject), Column.Number((int?)wish.Standing ?? -1),
    ];

    Session Session(NpgsqlDataReader row) => store.Sealed.Session(row.GetString(0), row.GetString(1), row.GetString(2));
}
