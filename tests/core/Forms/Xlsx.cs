using System.IO.Compression;
using System.Security;
using System.Text;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Core.Forms;

/// <summary>Writes small workbooks for tests: a sheet is a name and rows of cells by "|".</summary>
static class Xlsx
{
    public static byte[] Of(params (string Name, string Rows)[] sheets) => Of([.. sheets.Select(sheet => (sheet.Name, SheetXml(sheet.Rows)))], styles: null);

    /// <summary>A workbook of raw sheet markup, for what no honest program writes.</summary>
    public static byte[] Of((string Name, string Markup)[] sheets, string? styles)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            var listed = string.Concat(sheets.Index().Select(sheet => $"<sheet name='{sheet.Item.Name}' r:id='r{sheet.Index}'/>"));
            Write(archive, "xl/workbook.xml", $"<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>{listed}</sheets></workbook>");
            var relations = string.Concat(sheets.Index().Select(sheet => $"<Relationship Id='r{sheet.Index}' Type='x/worksheet' Target='sheet{sheet.Index}.xml'/>"));
            Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships>{relations}<Relationship Id='s' Type='x/styles' Target='styles.xml'/></Relationships>");
            Write(archive, "xl/styles.xml", styles ?? "<styleSheet/>");
            foreach (var (index, sheet) in sheets.Index())
            {
                Write(archive, $"xl/sheet{index}.xml", sheet.Markup);
            }
        }
        return file.ToArray();
    }

    static string SheetXml(string rows)
    {
        var markup = new StringBuilder("<worksheet><sheetData>");
        foreach (var (row, cells) in rows.Trim().Split('\n').Index())
        {
            markup.Append($"<row r='{row + 1}'>");
            foreach (var (column, cell) in cells.Split('|').Index().Where(cell => cell.Item.Trim().Length > 0))
            {
                markup.Append($"<c r='{ColumnName(column)}{row + 1}' t='inlineStr'><is><t>{SecurityElement.Escape(cell.Trim())}</t></is></c>");
            }
            markup.Append("</row>");
        }
        return markup.Append("</sheetData></worksheet>").ToString();
    }

    static string ColumnName(int column) => new SheetCell(column + 1, "").Letter;

    static void Write(ZipArchive archive, string path, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        writer.Write(text);
    }
}
