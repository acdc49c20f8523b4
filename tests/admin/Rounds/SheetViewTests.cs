using RbcBot.Admin.Rounds;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class SheetViewTests
{
    static readonly string[] Header = ["type", "name", "label"];

    [Fact]
    public void A_finding_stands_in_its_row_and_colours_its_cell()
    {
        var sheet = Of(2, new Finding(Severity.Warning, "x", "survey", 3, "name", null, "Mend it."));
        Assert.Equal([(2, 0), (3, 1)], sheet.Lines.Select(line => (line.Number, line.Findings.Count)));
        Assert.Equal([null, Severity.Warning, null], sheet.Lines[1].Cells.Select(cell => cell.Worst));
    }

    [Fact]
    public void A_refusal_colours_before_a_warning()
    {
        var sheet = Of(1, Finding(Severity.Warning, 2), Finding(Severity.Refusal, 2));
        Assert.Equal(Severity.Refusal, sheet.Lines[0].Cells[1].Worst);
    }

    [Fact]
    public void A_finding_in_an_empty_row_or_in_the_header_is_shown_too() =>
        Assert.Equal([1, 2, 9], Of(1, Finding(Severity.Warning, 9), Finding(Severity.Refusal, 1)).Lines.Select(line => line.Number));

    [Fact]
    public void A_finding_about_the_whole_sheet_stands_above_it() =>
        Assert.Single(Of(1, new Finding(Severity.Warning, "x", "survey", null, null, null, "No French.")).Remarks);

    [Fact]
    public void Of_a_long_sheet_the_rows_without_remarks_are_folded_away()
    {
        var sheet = Of(1000, Finding(Severity.Warning, 500));
        Assert.Equal([496, 0, 0, 0, 0, 0, 499], sheet.Lines.Select(line => line.Folded));
        Assert.Equal([2, 498, 499, 500, 501, 502, 503], sheet.Lines.Select(line => line.Number));
    }

    static Finding Finding(Severity severity, int row) => new(severity, "x", "survey", row, "name", null, "Mend it.");

    static SheetView Of(int rows, params Finding[] findings) => Assert.Single(SheetView.Of(
        Sheets.Of([Header, .. Enumerable.Range(1, rows).Select(row => new[] { "text", $"q{row}", "Question" })]), "form.xlsx", findings));
}
