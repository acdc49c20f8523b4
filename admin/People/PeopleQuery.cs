using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.People;

/// <summary>Who is looked for in the list of people; it lives in the address.</summary>
/// <param name="Words">As they were typed.</param>
/// <param name="Language">Null shows all.</param>
public sealed record PeopleQuery(string Words, Language? Language, string District, string Cadre, string Subject, Standing? Standing)
{
    /// <summary>Fewest letters of an id's end that are looked for: fewer would find many.</summary>
    const int ShortestId = 4, LongestId = 40;

    /// <summary>Reads the query string; null when it holds what no form of ours sends.</summary>
    public static PeopleQuery? Of(IQueryCollection query)
    {
        var (words, standing, language) = (query["q"].ToString().Trim(), query["state"].ToString(), query["language"].ToString());
        if (words.Length > Filter.LongestWords || (standing.Length > 0 && !(Enum.TryParse<Standing>(standing, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed))))
            return null;
        return new PeopleQuery(
            words, Languages.Parse(language), query["district"].ToString(), query["cadre"].ToString(), query["round"].ToString(),
            standing.Length == 0 ? null : Enum.Parse<Standing>(standing, ignoreCase: true));
    }

    /// <summary>What the store is asked for: by an id's end first, else by words. Null when the words are too short to find anybody.</summary>
    public IEnumerable<PeopleWish> Wishes(TableOrder order)
    {
        var wish = new PeopleWish([], Language, District, Cadre, Subject, Standing) { By = order.By == "day" ? PeopleOrder.Day : PeopleOrder.Begun, IsDescending = order.IsDescending };
        if (Words.Length == 0)
            return [wish];
        var asked = SearchWords.Asked(Words);
        return [.. IsId ? [wish with { IdEnd = Words }] : Enumerable.Empty<PeopleWish>(), .. asked.Count > 0 ? [wish with { Words = asked }] : Enumerable.Empty<PeopleWish>()];
    }

    bool IsId => Words.Length is >= ShortestId and <= LongestId && Words.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && Words.Any(char.IsAsciiDigit);
}
