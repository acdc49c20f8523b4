using RbcBot.Core.Conversations.Register;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Where the people of a wish are. Only what is wished for stands in it: a condition that may be void keeps PostgreSQL from the index, or has it look for every person's sessions one by one.</summary>
static class PeopleClauses
{
    /// <summary>Parameters: language, district, cadre, words, end of the id, among whom, subject, standing.</summary>
    public static string From(PeopleWish wish) => "from people where not other" + string.Concat(Of(wish).Select(clause => " and " + clause));

    static IEnumerable<string> Of(PeopleWish wish)
    {
        if (wish.Language is not null)
            yield return "language = $1";
        if (wish.District.Length > 0)
            yield return "district = $2";
        if (wish.Cadre.Length > 0)
            yield return "cadre = $3";
        if (wish.Words.Count > 0)
            yield return "words @> $4::bigint[]";
        if (wish.IdEnd.Length > 0)
            yield return "person like '%' || $5";
        if (wish.Among is not null)
            yield return "person = any($6)";
        if (wish.Subject.Length > 0 || wish.Standing is not null)
            yield return $"person in (select person from sessions where {Sessions(wish)})";
    }

    static string Sessions(PeopleWish wish) =>
        wish.Standing is null ? "subject = $7" : wish.Subject.Length == 0 ? "standing = $8" : "subject = $7 and standing = $8";
}
