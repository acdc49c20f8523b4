using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What keeps the register in the transaction of a group of turns.</summary>
static class RegisterStatements
{
    public const string People = """
        insert into people (person, language, other, district, cadre, day, words, line)
        select person, language, other, district, cadre, day, words::bigint[], line
        from unnest($1::text[], $2::int[], $3::boolean[], $4::bigint[], $5::bigint[], $6::int[], $7::text[], $8::text[]) as t(person, language, other, district, cadre, day, words, line)
        on conflict (person) do update set language = excluded.language, other = excluded.other, district = excluded.district, cadre = excluded.cadre,
            day = excluded.day, words = excluded.words, line = excluded.line
        """;

    const string Identities = "insert into identities (person, facts) select * from unnest($1::text[], $2::text[])";

    /// <summary>Folds the changes of counts into one row each.</summary>
    public const string Fold = """
        with gone as (delete from session_counts returning subject, version, standing, n)
        insert into session_counts select subject, version, standing, sum(n) from gone group by 1, 2, 3 having sum(n) <> 0
        """;

    public static void AddPeople(NpgsqlBatch batch, IReadOnlyList<PersonRow> rows)
    {
        if (rows.Count > 0)
            TurnStatements.Add(batch, People, PeopleColumns(rows));
    }

    public static NpgsqlParameter[] PeopleColumns(IReadOnlyList<PersonRow> rows) =>
    [
        Column.Texts(rows.Select(row => row.Person)), Column.Numbers(rows.Select(row => row.Language)), Column.Flags(rows.Select(row => row.IsOther)),
        Column.Longs(rows.Select(row => row.District)), Column.Longs(rows.Select(row => row.Cadre)), Column.Numbers(rows.Select(row => row.Day)),
        Column.Texts(rows.Select(row => row.Words)), Column.Texts(rows.Select(row => row.Line)),
    ];

    /// <param name="facts">Sealed, each with whom it is about.</param>
    public static void AddIdentities(NpgsqlBatch batch, IReadOnlyList<(string Person, string Facts)> facts)
    {
        if (facts.Count > 0)
            TurnStatements.Add(batch, Identities, Column.Texts(facts.Select(one => one.Person)), Column.Texts(facts.Select(one => one.Facts)));
    }

    public static IEnumerable<(string Person, string Facts)> Sealed(IEnumerable<(PersonId Person, Fact Fact)> facts, SealedColumns sealed_) =>
        facts.Select(one => (one.Person.Value, sealed_.Facts(one.Person.Value, [one.Fact])));
}
