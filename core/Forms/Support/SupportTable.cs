using System.Text;
using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Support;

/// <summary>What a form may use, as Markdown for authors: made of the very tables that forms are read by.</summary>
public static class SupportTable
{
    /// <summary>Tables of types, columns, settings and functions, and what is refused with the reason.</summary>
    public static string Markdown()
    {
        var table = new StringBuilder();
        Rows(table, "Type", "In the chat", Types());
        Rows(table, "Type that is refused", "Instead", RowWords.Reasons.Select(type => (Code(type.Key), Sentence(type.Value))));
        Rows(table, "Column", "What it does", Columns());
        Rows(table, "Column that is refused", "Why", ColumnSentences.Refused.Select(column => (Code(column.Key), column.Value)));
        Rows(table, "Setting", "What it does", Settings());
        Rows(table, "Appearance", "In the chat", ColumnSentences.Appearances.Select(appearance => (Code(appearance.Key), appearance.Value)));
        Rows(table, "Parameter", "Of", ColumnSentences.Parameters.Select(parameter => (Code(parameter.Key), parameter.Value)));
        Rows(table, "Function", "Takes", Functions.All.Values.OrderBy(function => function.Name, StringComparer.Ordinal).Select(function => (Code(function.Name + "()"), function.Takes)));
        Rows(table, "Function that is refused", "Why", Unsupported.Reasons.OrderBy(reason => reason.Name, StringComparer.Ordinal).Select(reason => (Code(reason.Name + "()"), Sentence(reason.Why))));
        return table.ToString().TrimEnd();
    }

    /// <summary>Tables of the codes that findings about forms have, refusals first.</summary>
    public static string Codes()
    {
        var table = new StringBuilder();
        Rows(table, "Code that refuses", "Means", FindingSentences.Refusals.Select(Coded));
        Rows(table, "Code that warns", "Means", FindingSentences.Warnings.Select(Coded));
        return table.ToString().TrimEnd();
    }

    /// <summary>Types by what they mean, each with its other names.</summary>
    static IEnumerable<(string, string)> Types() =>
    [
        .. RowWords.Questions.GroupBy(type => type.Value).Select(type => (string.Join(", ", type.Select(word => Code(word.Key))), TypeSentences.Of(type.Key))),
        .. TypeSentences.Selects.Select(type => (Code(type.Key), type.Value)),
        .. RowType.Structures.GroupBy(word => word.Value).Select(kind => (string.Join(", ", kind.Select(word => Code(word.Key))), TypeSentences.Of(kind.Key))),
        .. RowWords.Preloads.GroupBy(type => type.Value).Select(type => (string.Join(", ", type.Select(word => Code(word.Key))), TypeSentences.Preload(type.Key))),
    ];

    static IEnumerable<(string, string)> Columns() => FormColumn.Known
        .Where(column => !FormColumn.Settings.Contains(column) || column == "name")
        .Where(column => !ColumnSentences.Refused.ContainsKey(column))
        .Select(column => (Named(column), ColumnSentences.Of(column)));

    static IEnumerable<(string, string)> Settings() => FormColumn.Settings
        .Select(setting => (setting == "name" ? Code(setting) : Named(setting), ColumnSentences.OfSetting(setting)));

    /// <summary>A column with its other names.</summary>
    static string Named(string column) => string.Join(", ", FormColumn.Others(column).Prepend(column).Select(Code));

    static (string, string) Coded((string Codes, string Means) finding) => (string.Join(", ", finding.Codes.Split(' ').Select(Code)), finding.Means);

    static void Rows(StringBuilder table, string first, string second, IEnumerable<(string First, string Second)> rows)
    {
        table.Append("| ").Append(first).Append(" | ").Append(second).Append(" |\n| --- | --- |\n");
        foreach (var row in rows)
        {
            table.Append("| ").Append(row.First).Append(" | ").Append(row.Second).Append(" |\n");
        }
        table.Append('\n');
    }

    static string Code(string word) => $"`{word}`";

    static string Sentence(string reason) => char.ToUpperInvariant(reason[0]) + reason[1..];
}
