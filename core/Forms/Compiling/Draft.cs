using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>A form while it is compiled: reads cells as expressions and texts, and remembers which names they mention.</summary>
sealed partial class Draft(FormSheet survey, ChoiceLists lists, AttachedFiles files, FormLanguages languages, FindingList findings)
{
    readonly List<Mention> mentions = [];

    internal FormSheet Survey => survey;

    internal ChoiceLists Lists => lists;

    internal AttachedFiles Files => files;

    internal FormLanguages Languages => languages;

    internal FindingList Findings => findings;

    internal IReadOnlyList<Mention> Mentions => mentions;

    /// <summary>The expression of a cell; null when the cell is empty or refused.</summary>
    internal Expression? Expression(TableRow row, string column)
    {
        var text = survey[row, column];
        return text.Length == 0 ? null : Parse(YesOrNo(text) is { } word ? word ? "true()" : "false()" : text, survey.At(row, column));
    }

    /// <summary>A cell that says yes, no, or when.</summary>
    internal Condition Condition(TableRow row, string column)
    {
        var text = survey[row, column];
        return text.Length == 0 || YesOrNo(text) == false ? Compiling.Condition.Never
            : YesOrNo(text) == true ? new(true, null)
            : new(false, Expression(row, column));
    }

    /// <summary>The texts of a column in all languages.</summary>
    internal Templates Texts(TableRow row, string column)
    {
        var texts = languages.ByCode(survey.Translations(row, column)).ToDictionary(pair => pair.Key, pair => Template.Of(pair.Value));
        foreach (var (code, template) in texts)
        {
            Mention(template, new(survey.Name, row.Number, HeaderOf(column, code)));
        }
        return texts.Count == 0 ? Templates.None : new(texts);
    }

    /// <summary>Remembers the names that a text mentions.</summary>
    internal void Mention(Template text, Place place)
    {
        mentions.AddRange(text.References.Select(name => new Mention(Plain(name), place, null)));
        if (text.IsTorn)
        {
            findings.Refuse("reference-torn", place, "A ${ has no } after it. Write the name of a row as ${name}.");
        }
    }

    /// <summary>Remembers that a file must come with the form.</summary>
    internal void Attached(string file, Place place) => files.Require(file, place);

    internal Expression? Parse(string text, Place place)
    {
        var (expression, error) = Expressions.Expression.Parse(text.Replace('\n', ' ').Replace('\t', ' '));
        if (expression is null)
        {
            findings.Refuse("expression", place, error?.Message ?? "The expression cannot be read.", error?.Position);
            return null;
        }
        if (expression.Functions.Contains("pulldata"))
        {
            files.RequirePulled(text, place);
        }
        mentions.AddRange(expression.References.Select(name => new Mention(Plain(name), place, text)));
        return expression;
    }

    /// <summary>The name of the row that is referred to; a last saved value is that of a row too.</summary>
    static string Plain(string name) => name.StartsWith(LastSaved, StringComparison.Ordinal) ? name[LastSaved.Length..] : name;

    internal const string LastSaved = "last-saved#";

    /// <summary>The header of a column in the language of a code.</summary>
    string HeaderOf(string column, string code) =>
        survey.Columns.FirstOrDefault(candidate => candidate.Name == column && languages.Code(candidate.Language) == code)?.Text ?? survey.Header(column);

    static bool? YesOrNo(string text) => Yes().IsMatch(text) ? true : No().IsMatch(text) ? false : null;

    [GeneratedRegex(@"^(yes|true|true\(\))$", RegexOptions.IgnoreCase)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(no|false|false\(\))$", RegexOptions.IgnoreCase)]
    private static partial Regex No();
}

/// <summary>A ${name} that the author used somewhere.</summary>
/// <param name="Source">The expression it stands in; null when it stands in a text.</param>
sealed record Mention(string Name, Place Place, string? Source);
