using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Rows of Markdown tables, each with its line; everything else in the text is left out.</summary>
static partial class MarkdownTable
{
    internal static bool Any(string text) => Row().IsMatch(text);

    internal static IEnumerable<(int Line, string[] Cells)> Rows(string text)
    {
        var number = 0;
        foreach (var line in text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n'))
        {
            number++;
            if (WithoutRemark(line.Trim()) is ['|', .. var inner, '|'] && !IsRule(Bounded(inner, number)))
            {
                yield return (number, [.. Bar().Split(inner).Select(cell => cell.Replace("\\|", "|"))]);
            }
        }
    }

    static string Bounded(string inner, int line) => inner.AsSpan().Count('|') < WorkbookCaps.Columns ? inner : throw new WorkbookRefusedException(
        "workbook-too-many-columns", "", line, $"The row has more than {WorkbookCaps.Columns} columns. Delete those that are not needed.");

    /// <summary>What stands behind the last bar from a # on is the author's remark.</summary>
    static string WithoutRemark(string line) =>
        line.LastIndexOf('|') is >= 0 and var bar && line.AsSpan(bar + 1).TrimStart().StartsWith("#") ? line[..(bar + 1)] : line;

    /// <summary>The line between header and rows.</summary>
    static bool IsRule(string inner) => inner.Contains('-') && (!inner.AsSpan().ContainsAnyExcept('-', '|') || Array.TrueForAll(inner.Split('|'), cell => Rule().IsMatch(cell)));

    [GeneratedRegex(@"^[ \t]*\|[ \t]*survey[ \t]*\|", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"^\s*(:?-{3,}:?)?\s*$")]
    private static partial Regex Rule();
}
