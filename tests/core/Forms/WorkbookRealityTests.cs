using System.IO.Compression;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Core.Forms;

/// <summary>What spreadsheet programs really write.</summary>
public sealed class WorkbookRealityTests
{
    const string Relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    [Theory]
    [InlineData("<c><v>3.0</v></c>", "3")]
    [InlineData("<c><v>1E3</v></c>", "1000")]
    [InlineData("<c><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c><v>12345678901234567</v></c>", "12345678901234600")]
    [InlineData("<c><v>-0.00001</v></c>", "-0.00001")]
    [InlineData("<c t='b'><v>0</v></c>", "FALSE")]
    [InlineData("<c t='d'><v>2026-01-15T00:00:00.000</v></c>", "2026-01-15")]
    [InlineData("<c t='inlineStr'><is><t xml:space='preserve'> a  b </t></is></c>", "a  b")]
    [InlineData("<c t='inlineStr'><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space='preserve'> b</t></r><rPh sb='0' eb='1'><t>ka</t></rPh></is></c>", "a b")]
    [InlineData("<c t='str'><f t='shared' si='0'/><v>worked out</v></c>", "worked out")]
    [InlineData("<c t='str'><v>a_x000D__x000A_b</v></c>", "a\nb")]
    [InlineData("<c t='str'><v>_x005F_x000D_</v></c>", "_x000D_")]
    [InlineData("<c t='str'><v>_xD83D_</v></c>", "\uFFFD")]
    [InlineData("<c t='str'><v>&#xFEFF;a&#xA0;b&#x2009;c&#x200B;d&#x202A;</v></c>", "a b cd")]
    [InlineData("<c t='str'><v>one&#x2028;two</v></c>", "one\ntwo")]
    [InlineData("<c t='str'><v><![CDATA[a<b]]></v></c>", "a<b")]
    [InlineData("<c t='str'><v>“curly”</v></c>", "“curly”")]
    public void Cell_reads_as_a_person_sees_it(string cell, string text)
    {
        var book = Workbook.Read(Xlsx.Of([("survey", $"<worksheet><sheetData><row>{cell}</row></sheetData></worksheet>")], null), "form.xlsx").Workbook!;

        Assert.Equal(text, book.Sheets[0].Rows[0].Cells[0].Text);
    }

    [Fact]
    public void Strict_workbook_with_absolute_targets_and_backslashes_is_read()
    {
        var file = Zip(
            ("_rels\\.rels", $"<Relationships><Relationship Id='a' Type='{Relations}/officeDocument' Target='/xl/book.xml'/></Relationships>"),
            ("xl\\book.xml", $"<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:q='{Relations}'><x:sheets><x:sheet name='survey ' state='hidden' q:id='b'/></x:sheets></x:workbook>"),
            ("xl\\_rels\\book.xml.rels", $"<Relationships><Relationship Id='b' Type='{Relations}/worksheet' Target='/xl/a%20sheet.xml'/></Relationships>"),
            ("xl\\a sheet.xml", "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row r='2'><x:c r='B2'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"));

        var row = Workbook.Read(file, "form.xlsx").Workbook!.Find("Survey")!.Rows[0];

        Assert.Equal((2, "7"), (row.Number, row["B"]));
    }

    [Fact]
    public void Parts_that_a_workbook_may_do_without_may_be_missing()
    {
        var file = Zip(
            ("xl/workbook.xml", "<workbook xmlns:r='x/relationships'><sheet name='survey' r:id='b'/></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<r><Relationship Id='b' Type='x/worksheet' Target='./s.xml'/><Relationship Id='c' Type='x/styles' Target='styles.xml'/><Relationship Id='d' Type='x/sharedStrings' Target='none.xml'/></r>"),
            ("xl/s.xml", "<worksheet><row><c s='4'><v>1</v></c></row></worksheet>"));

        Assert.Equal("1", Workbook.Read(file).Workbook!.Sheets[0].Rows[0]["A"]);
    }

    [Fact]
    public void Cells_and_rows_out_of_order_are_put_in_order()
    {
        var sheet = Read("<row r='3'><c r='B3'><v>2</v></c><c r='A3'><v>1</v></c><c r='A3'><v>9</v></c></row><row r='1'><c><v>0</v></c></row>").Workbook!.Sheets[0];

        Assert.Equal([1, 3], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["1", "2"], sheet.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal("0", sheet.Table().Headers[0].Text);
    }

    [Fact]
    public void Header_merged_over_columns_and_formula_without_value_are_told()
    {
        var findings = Read("<row r='2'><c r='B2' t='str'><v>label</v></c></row><row r='3'><c r='B3'><f>A1</f></c></row>", "<mergeCells><mergeCell ref='B2:D2'/><mergeCell ref='B3:D3'/></mergeCells>").Findings;

        Assert.Equal([("cell-formula", 3, "B"), ("header-merged", 2, "label")], findings.Select(finding => (finding.Code, finding.Row ?? 0, finding.Column ?? "")));
    }

    [Fact]
    public void Shared_text_that_is_not_in_the_file_is_refused_and_not_lost() =>
        Assert.Equal("workbook-broken", Assert.Single(Read("<row><c t='s'><v>0</v></c></row>").Findings).Code);

    static WorkbookReading Read(string rows, string after = "") =>
        Workbook.Read(Xlsx.Of([("survey", $"<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>")], null), "form.xlsx");

    static byte[] Zip(params (string Path, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path).Open());
                writer.Write(text);
            }
        }
        return file.ToArray();
    }
}
