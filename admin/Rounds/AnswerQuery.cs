using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rounds;

/// <summary>What is searched, filtered and shown in a table of answers; it lives in the address.</summary>
/// <param name="Words">Searched in answers and ids; "" shows all.</param>
/// <param name="Standing">Null shows all.</param>
/// <param name="Language">A session's language code; "" shows all.</param>
/// <param name="Columns">Names of the questions shown; empty shows the first few.</param>
/// <param name="Page">From 1.</param>
public sealed record AnswerQuery(string Words, Standing? Standing, string Language, IReadOnlyList<string> Columns, int Page)
{
    /// <summary>First day in Kigali; null sets no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in Kigali; null sets no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Which sessions it wants, whatever the page and the columns.</summary>
    public SessionFilter Filter => new(Words, Standing, Language, From, To);

    const int LongestWords = 200;

    const string DayFormat = "yyyy-MM-dd";

    /// <summary>Reads the query string; null when it holds what no form of ours sends.</summary>
    public static AnswerQuery? Of(IQueryCollection query)
    {
        var (words, standing, language) = (query["q"].ToString().Trim(), query["state"].ToString(), query["language"].ToString());
        if (words.Length > LongestWords || !TryPage(query["page"], out var page)
            || !TryDay(query["from"], out var from) || !TryDay(query["to"], out var to))
            return null;
        if (standing.Length > 0 && (!Enum.TryParse<Standing>(standing, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)))
            return null;
        return new AnswerQuery(
            words,
            standing.Length == 0 ? null : Enum.Parse<Standing>(standing, ignoreCase: true),
            language,
            [.. query["c"].OfType<string>().Distinct()],
            page)
        { From = from, To = to };
    }

    /// <summary>The query string for another page of the same.</summary>
    public string Address(int page)
    {
        var query = new QueryBuilder();
        if (Words.Length > 0)
            query.Add("q", Words);
        if (Standing is { } standing)
            query.Add("state", standing.ToString());
        if (Language.Length > 0)
            query.Add("language", Language);
        if (From is { } from)
            query.Add("from", Written(from));
        if (To is { } to)
            query.Add("to", Written(to));
        if (Columns.Count > 0)
            query.Add("c", Columns);
        if (page > 1)
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return query.ToString() is { Length: > 0 } text ? text : "?";
    }

    /// <summary>A day as fields of a page and addresses write it; "" for none.</summary>
    public static string Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Reads a day of an address or a command; none when there is nothing.</summary>
    public static bool TryDay(string? text, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = isDay ? read : null;
        return isDay || string.IsNullOrEmpty(text);
    }

    static bool TryPage(string? text, out int page)
    {
        page = 1;
        return string.IsNullOrEmpty(text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= 1_000_000;
    }
}
