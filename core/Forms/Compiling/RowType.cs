using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>What a row of the survey sheet is.</summary>
enum RowKind { Question, BeginGroup, EndGroup, NotYet, Unknown }

/// <summary>The type cell of a survey row, read.</summary>
/// <param name="Type">Null unless the row is a question.</param>
/// <param name="List">The choice list of a select; "" for others.</param>
sealed partial record RowType(RowKind Kind, QuestionType? Type, string List)
{
    static readonly Dictionary<string, QuestionType> Questions = new()
    {
        ["text"] = QuestionType.Text,
        ["string"] = QuestionType.Text,
        ["integer"] = QuestionType.Integer,
        ["int"] = QuestionType.Integer,
        ["decimal"] = QuestionType.Decimal,
        ["date"] = QuestionType.Date,
        ["note"] = QuestionType.Note,
        ["acknowledge"] = QuestionType.Acknowledge,
        ["trigger"] = QuestionType.Acknowledge,
        ["calculate"] = QuestionType.Calculate,
        ["hidden"] = QuestionType.Hidden,
        ["today"] = QuestionType.Today,
        ["start"] = QuestionType.Start,
        ["start time"] = QuestionType.Start,
        ["end"] = QuestionType.End,
        ["end time"] = QuestionType.End,
        ["deviceid"] = QuestionType.Hidden,
        ["device id"] = QuestionType.Hidden,
        ["imei"] = QuestionType.Hidden,
        ["username"] = QuestionType.Hidden,
        ["phonenumber"] = QuestionType.Hidden,
        ["email"] = QuestionType.Hidden,
        ["simserial"] = QuestionType.Hidden,
        ["sim id"] = QuestionType.Hidden,
        ["subscriberid"] = QuestionType.Hidden,
        ["subscriber id"] = QuestionType.Hidden,
        ["audit"] = QuestionType.Hidden,
    };

    /// <summary>Types of the standard that a form may not use yet.</summary>
    static readonly HashSet<string> NotYet =
    [
        "begin repeat", "end repeat", "begin loop", "end loop", "begin looped group", "rank", "range", "image", "photo", "picture", "audio", "video",
        "file", "geopoint", "gps", "location", "geotrace", "geoshape", "barcode", "time", "datetime", "dateTime", "xml-external", "csv-external",
        "background-audio", "start-geopoint", "select one from file", "select multiple from file", "select one external", "phone number",
    ];

    /// <summary>Whether a row that is not supported yet opens or closes a nest of rows.</summary>
    internal static bool Opens(string cell) => Words(cell).StartsWith("begin ", StringComparison.Ordinal);

    internal static bool Closes(string cell) => Words(cell).StartsWith("end ", StringComparison.Ordinal) && Words(cell) != "end time";

    internal static RowType Of(string cell)
    {
        var words = Words(cell);
        if (words is "begin group" or "group")
        {
            return new(RowKind.BeginGroup, null, "");
        }
        if (words == "end group")
        {
            return new(RowKind.EndGroup, null, "");
        }
        if (Questions.TryGetValue(words, out var type))
        {
            return new(RowKind.Question, type, "");
        }
        if (NotYet.Any(word => words == word || words.StartsWith(word + " ", StringComparison.Ordinal)))
        {
            return new(RowKind.NotYet, null, "");
        }
        return Select().Match(FormSheet.Clean(cell)) is { Success: true } select ? OfSelect(select) : new(RowKind.Unknown, null, "");
    }

    static RowType OfSelect(Match select)
    {
        var list = select.Groups["list"].Value;
        var one = select.Groups["one"].Success;
        return select.Groups["other"].Success || list.StartsWith("${", StringComparison.Ordinal)
            ? new(RowKind.NotYet, null, list)
            : new(RowKind.Question, one ? QuestionType.SelectOne : QuestionType.SelectMultiple, list);
    }

    /// <summary>Lower case, underscores as spaces, without the words of the oldest forms ("q", "get", "add … prompt").</summary>
    static string Words(string cell)
    {
        var words = FormSheet.Clean(cell).Trim().ToLowerInvariant().Replace('_', ' ');
        words = words.StartsWith("q ", StringComparison.Ordinal) ? words[2..] : words.StartsWith("get ", StringComparison.Ordinal) ? words[4..] : words;
        return words.StartsWith("add ", StringComparison.Ordinal) && words.EndsWith(" prompt", StringComparison.Ordinal) ? words[4..^7] : words;
    }

    const string SelectWords = @"^(?:q |add )?(?:(?<one>select[ _]?one|select1)|select[ _]?multiple|select all that apply)(?: prompt)?(?: from| using)?";

    [GeneratedRegex(SelectWords + @" +(?<list>\S+)(?<other> +(?:or[ _]other|or specify other))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Select();
}
