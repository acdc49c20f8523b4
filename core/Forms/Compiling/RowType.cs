using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>What a row of the survey sheet is.</summary>
enum RowKind { Question, BeginGroup, BeginRepeat, BeginLoop, EndGroup, EndRepeat, EndLoop, External, PassedOver, Refused, Unknown }

/// <summary>The type cell of a survey row, read.</summary>
/// <param name="Type">Null unless the row is a question.</param>
/// <param name="List">The choice list, attached file or ${question} that a select or loop takes its choices from; "" for others.</param>
sealed partial record RowType(RowKind Kind, QuestionType? Type, string List)
{
    /// <summary>Whether a select takes "other" and asks what it is.</summary>
    internal bool OrOther { get; init; }

    /// <summary>What the channel fills in, such as username; "" for all other rows.</summary>
    internal string Preload { get; init; } = "";

    /// <summary>The constraint that an old type brings along; "" for others.</summary>
    internal string Constraint { get; init; } = "";

    /// <summary>Whether the choices are what was answered in a repeat: ${question}.</summary>
    internal bool IsFromRepeat => List.StartsWith("${", StringComparison.Ordinal);

    /// <summary>Whether the choices come from an attached file.</summary>
    internal bool IsFromFile => List.Contains('.', StringComparison.Ordinal) && !IsFromRepeat
        && Path.GetExtension(List).ToLowerInvariant() is ".csv" or ".xml" or ".geojson";

    internal static RowType Of(string cell)
    {
        var words = RowWords.Of(cell);
        if (Structures.TryGetValue(words, out var kind))
        {
            return new(kind, null, "");
        }
        if (RowWords.Questions.TryGetValue(words, out var type))
        {
            return new(RowKind.Question, type, "") { Constraint = RowWords.Constraints.GetValueOrDefault(words, "") };
        }
        if (RowWords.Preloads.TryGetValue(words, out var preload))
        {
            return new(RowKind.Question, QuestionType.Hidden, "") { Preload = preload };
        }
        if (RowWords.WhyRefused(words) is not null)
        {
            return new(RowKind.Refused, null, "");
        }
        var text = FormSheet.Clean(cell).Trim();
        if (Loop().Match(text) is { Success: true } loop)
        {
            return new(RowKind.BeginLoop, null, loop.Groups["list"].Value);
        }
        return Select().Match(text) is { Success: true } select ? OfSelect(select) : new(RowKind.Unknown, null, "");
    }

    /// <summary>The words of rows that are no questions.</summary>
    internal static readonly Dictionary<string, RowKind> Structures = new()
    {
        ["begin group"] = RowKind.BeginGroup,
        ["group"] = RowKind.BeginGroup,
        ["end group"] = RowKind.EndGroup,
        ["begin repeat"] = RowKind.BeginRepeat,
        ["begin lgroup"] = RowKind.BeginRepeat,
        ["begin looped group"] = RowKind.BeginRepeat,
        ["repeat"] = RowKind.BeginRepeat,
        ["end repeat"] = RowKind.EndRepeat,
        ["end lgroup"] = RowKind.EndRepeat,
        ["end looped group"] = RowKind.EndRepeat,
        ["end loop"] = RowKind.EndLoop,
        ["csv-external"] = RowKind.External,
        ["xml-external"] = RowKind.External,
        ["audit"] = RowKind.PassedOver,
    };

    static RowType OfSelect(Match select)
    {
        var type = select.Groups["one"].Success ? QuestionType.SelectOne : select.Groups["rank"].Success ? QuestionType.Rank : QuestionType.SelectMultiple;
        return new(RowKind.Question, type, select.Groups["list"].Value) { OrOther = select.Groups["other"].Success };
    }

    const string SelectWords = @"^(?:q |add )?(?:(?<one>select[ _]?one|select1)|(?<rank>rank)|select[ _]?multiple|select all that apply)(?: prompt)?(?:[ _]from[ _]file)?(?: from| using)?";

    [GeneratedRegex(SelectWords + @" +(?<list>\$\{[^}]*\}|\S+)(?<other> +(?:or[ _]other|or specify other))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Select();

    [GeneratedRegex(@"^begin[ _]loop(?: +over)? +(?<list>\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Loop();
}
