using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Core.Forms;

public sealed class WorkbookTests
{
    /// <summary>Seconds: well under one on an idle machine, which a test cannot count on.</summary>
    const double BusyMachine = 20;

    [Fact]
    public void Cells_read_as_a_person_sees_them()
    {
        const string markup = """
            <worksheet><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>
            <row r="3"><c r="A3"><v>3.0</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" s="1"><v>46037</v></c><c r="D3"><v>0.30000000000000004</v></c>
            <c r="E3" t="str"><f>A1&amp;"x"</f><v>&#160;ax </v></c><c r="F3" s="2"><v>46037.5</v></c><c r="G3"><v>788123456</v></c></row>
            </sheetData></worksheet>
            """;
        const string styles = """
            <styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\-mm\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>
            """;

        var row = Workbook.Read(Xlsx.Of([("s", markup)], styles)).Workbook!.Sheets[0].Rows[1];

        Assert.Equal(3, row.Number);
        Assert.Equal(["3", "TRUE", "2026-01-15", "0.3", "ax", "2026-01-15T12:00:00", "788123456"], row.Cells.Select(cell => cell.Text));
        Assert.Equal("TRUE", row["B"]);
    }

    [Fact]
    public void Table_names_its_columns_by_the_first_row_that_holds_something()
    {
        var table = Workbook.Read(Xlsx.Of(("Lessons ", "|\n| List  Name ||Label::Français (fr)\n\n|yn|x|Oui"))).Workbook!.Find("lessons")!.Table();

        Assert.Equal(2, table.HeaderRow);
        Assert.Equal(["list name", "label::français (fr)"], table.Headers.Select(header => header.Key));
        Assert.Equal((4, "yn", "Oui"), (table.Rows[0].Number, table.Rows[0]["list name"], table.Rows[0]["label::français (fr)"]));
    }

    [Fact]
    public void Sheet_with_a_million_used_rows_is_read_at_once()
    {
        var rows = new StringBuilder("<worksheet><dimension ref='A1:AMJ1048576'/><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>type</t></is></c></row>");
        for (var row = 2; row <= 1_048_576; row++)
        {
            rows.Append("<row r='").Append(row).Append("'><c r='A").Append(row).Append("' s='1'/></row>");
        }
        var file = Xlsx.Of([("survey", rows.Append("</sheetData></worksheet>").ToString())], null);
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());

        var sheet = Workbook.Read(file).Workbook!.Sheets[0];

        Assert.Single(sheet.Rows);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, BusyMachine);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    public static TheoryData<string> NotWorkbooks() => [.. Broken().Keys];

    [Theory]
    [MemberData(nameof(NotWorkbooks))]
    public void File_that_cannot_be_read_is_refused_with_a_sentence(string what)
    {
        var (code, file) = Broken()[what];
        var watch = Stopwatch.StartNew();

        var (form, findings) = FormReading.Of(file, "form.xlsx");

        Assert.Null(form);
        Assert.Equal((Severity.Refusal, code), (Assert.Single(findings).Severity, findings[0].Code));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, BusyMachine);
    }

    static Dictionary<string, (string Code, byte[] File)> Broken() => new()
    {
        ["a csv"] = ("workbook-none", "type,name,label"u8.ToArray()),
        ["nothing"] = ("workbook-none", []),
        ["a torn archive"] = ("workbook-broken", [.. "PK"u8, 3, 4, 1, 2, 3]),
        ["a cut file"] = ("workbook-broken", Xlsx.Of(("survey", "type"))[..^30]),
        ["torn markup"] = ("workbook-broken", Xlsx.Of([("survey", "<worksheet><sheetData><row")], null)),
        ["an entity"] = ("workbook-broken", Xlsx.Of([("survey", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet>&b;</worksheet>")], null)),
        ["an old workbook"] = ("workbook-old", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]),
        ["a password"] = ("workbook-encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
        ["a large file"] = ("workbook-too-large", new byte[10_000_001]),
        ["a bomb"] = ("workbook-too-large", Bomb()),
        ["many cells"] = ("workbook-too-many-cells", Xlsx.Of([("survey", $"<worksheet><row r='1'>{Repeated("<c r='A1'><v>1</v></c>", 200_001)}</row></worksheet>")], null)),
        ["many columns"] = ("workbook-too-many-columns", Xlsx.Of([("survey", "<worksheet><row r='1'><c r='ZZZ1'><v>1</v></c></row></worksheet>")], null)),
    };

    static string Repeated(string markup, int times) => string.Concat(Enumerable.Repeat(markup, times));

    static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using var part = archive.CreateEntry("xl/workbook.xml").Open();
            for (var megabyte = 0; megabyte < 60; megabyte++)
            {
                part.Write(new byte[1_000_000]);
            }
        }
        return file.ToArray();
    }
}
