using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Support;
using RbcBot.Tests.Architecture;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Forms;

public sealed partial class SupportTableTests
{
    [Fact]
    public void Authors_read_what_the_code_takes_and_what_its_findings_mean()
    {
        var manual = File.ReadAllText(Path.Combine(House.Root, "docs", "authors.md")).ReplaceLineEndings("\n");

        Approved.Match(With(With(manual, "support", SupportTable.Markdown()), "codes", SupportTable.Codes()), Path.Combine("docs", "authors.md"));
    }

    [Theory]
    [InlineData("| `rank LIST` |")]
    [InlineData("| `barcode` | A chat has no scanner")]
    [InlineData("`caption`")]
    [InlineData("| `form_title`, `title` |")]
    [InlineData("| `pulldata()` | 4 arguments |")]
    [InlineData("| `count-if()` | It is of the SurveyCTO dialect")]
    public void Table_says_what_is_taken_and_why_the_rest_is_not(string row) => Assert.Contains(row, SupportTable.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void Every_code_of_a_refusal_has_a_meaning() => Assert.Equal(Written(Refusing()), Explained("refuses"));

    [Fact]
    public void Every_code_of_a_warning_has_a_meaning() => Assert.Equal(Written(Warning()), Explained("warns"));

    static string With(string manual, string part, string tables)
    {
        var begin = $"<!-- {part}: made by tests/core/Forms/SupportTableTests.cs -->";
        var (from, to) = (manual.IndexOf(begin, StringComparison.Ordinal) + begin.Length, manual.IndexOf($"<!-- /{part} -->", StringComparison.Ordinal));
        return $"{manual[..from]}\n\n{tables}\n\n{manual[to..]}";
    }

    /// <summary>The codes in the table of those that refuse, or that warn.</summary>
    static string[] Explained(string what)
    {
        var table = SupportTable.Codes().Split("| Code that ").Single(table => table.StartsWith(what, StringComparison.Ordinal));
        var cells = string.Join('\n', table.Split('\n').Skip(2).Where(row => row.Length > 0).Select(row => row.Split(" | ")[0]));
        return [.. Code().Matches(cells).Select(match => match.Groups["code"].Value).Order(StringComparer.Ordinal)];
    }

    static string[] Written(Regex code) => [.. new[] { "Compiling", "Linting", "Workbooks", "Expressions" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(House.Root, "core", "Forms", folder), "*.cs"))
        .SelectMany(file => code.Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("`(?<code>[a-z-]+)`")]
    private static partial Regex Code();

    /// <summary>A code where a finding is refused: by the list of findings, or by what a workbook's reader throws.</summary>
    [GeneratedRegex("""(?:\bRefuse\(|\bRefused\(|\bWorkbookRefusedException\(|\bCheck\([^"]*,|\bnew\((?="[a-z-]+", (?:""|sheet), ))\s*"(?<code>[a-z]+(?:-[a-z]+)*)",""")]
    private static partial Regex Refusing();

    /// <summary>A code where a finding is a warning: by the list of findings, by a reader's note, or as an expression's hint.</summary>
    [GeneratedRegex("""(?:\bWarn\(|\bNote\(|Severity\.Warning,|=> new\(\r?\n)\s*"(?<code>[a-z]+(?:-[a-z]+)*)",""")]
    private static partial Regex Warning();
}
