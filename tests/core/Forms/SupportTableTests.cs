using RbcBot.Core.Forms.Support;
using RbcBot.Tests.Architecture;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Forms;

public sealed class SupportTableTests
{
    const string Begin = "<!-- support: made by tests/core/Forms/SupportTableTests.cs -->", End = "<!-- /support -->";

    [Fact]
    public void Authors_read_what_the_code_takes()
    {
        var manual = File.ReadAllText(Path.Combine(House.Root, "docs", "authors.md")).ReplaceLineEndings("\n");
        var (begin, end) = (manual.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, manual.IndexOf(End, StringComparison.Ordinal));

        Approved.Match($"{manual[..begin]}\n\n{SupportTable.Markdown()}\n\n{manual[end..]}", Path.Combine("docs", "authors.md"));
    }

    [Theory]
    [InlineData("| `rank LIST` |")]
    [InlineData("| `barcode` | A chat has no scanner")]
    [InlineData("`caption`")]
    [InlineData("| `pulldata()` | 4 arguments |")]
    [InlineData("| `count-if()` | It is of the SurveyCTO dialect")]
    public void Table_says_what_is_taken_and_why_the_rest_is_not(string row) => Assert.Contains(row, SupportTable.Markdown(), StringComparison.Ordinal);
}
