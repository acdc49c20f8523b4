using System.Globalization;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>A canonical answer in the format that the specification gives its question's type.</summary>
static class FloipValue
{
    static readonly string[] Moments = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"];
    static readonly string[] Times = ["HH:mm:ss.FFFFFFFzzz", "HH:mm:ss.FFFFFFF", "HH:mm"];

    /// <summary>Text, a decimal, or a list of either; null when the answer has not the type's shape.</summary>
    public static object? Of(FloipQuestion question, string value) => question.Type switch
    {
        "numeric" => CellText.Number(value),
        "select_one" => Chosen(question, value),
        "select_many" => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (object)Chosen(question, name)).ToList(),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        "time" => DateTimeOffset.TryParseExact(value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null,
        "datetime" => DateTimeOffset.TryParseExact(value, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture) : null,
        "geo_point" => Place(value),
        _ => value,
    };

    static string Chosen(FloipQuestion question, string name)
    {
        if (!question.Choices.Contains(name))
            question.Choices.Add(name);
        return name;
    }

    /// <summary>Two to four numbers: latitude, longitude, elevation, accuracy.</summary>
    static List<object>? Place(string value)
    {
        var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<object> numbers = [.. parts.Select(CellText.Number).OfType<decimal>().Cast<object>()];
        return numbers.Count == parts.Length && numbers.Count is >= 2 and <= 4 ? numbers : null;
    }
}
