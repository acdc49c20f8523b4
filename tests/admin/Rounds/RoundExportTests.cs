using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RbcBot.Admin.Rounds;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class RoundExportTests
{
    const string Name = "/data/full_name", Years = "/data/work/years", Medicines = "/data/work/meds";

    [Fact]
    public void Columns_are_headed_as_ODK_and_Kobo_head_them() =>
        Assert.EndsWith("full_name,work/years,work/meds,work/meds/phb,work/meds/cbz", Lines()[0], StringComparison.Ordinal);

    [Fact]
    public void Choices_of_several_are_split_into_noughts_and_ones() =>
        Assert.EndsWith("Aline,7,cbz,0,1", Lines(Session((Name, "Aline"), (Years, "7"), (Medicines, "cbz")))[1], StringComparison.Ordinal);

    [Fact]
    public void Running_session_is_in_the_export_with_what_was_said_so_far()
    {
        var line = Lines(ConsoleForm.Session("p1", isSubmitted: false, (Name, "Aline")))[1];
        Assert.Contains(",running,", line, StringComparison.Ordinal);
        Assert.EndsWith("Aline,,,,", line, StringComparison.Ordinal);
    }

    [Fact]
    public void File_begins_with_a_byte_order_mark() => Assert.Equal([0xEF, 0xBB, 0xBF], Csv()[..3]);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+250788000000", "'+250788000000")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\r=1+1", "\"'\r=1+1\"")]
    [InlineData("Aline, \"Divine\"", "\"Aline, \"\"Divine\"\"\"")]
    [InlineData("2 - 1", "2 - 1")]
    public void Text_never_becomes_a_formula(string said, string cell) =>
        Assert.Contains("," + cell + ",", Encoding.UTF8.GetString(Csv(Session((Name, said)))), StringComparison.Ordinal);

    [Fact]
    public void Negative_number_stays_a_number() =>
        Assert.Contains(",-3,", Lines(Session((Name, "x"), (Years, "-3")))[1], StringComparison.Ordinal);

    [Fact]
    public void Workbook_is_valid_and_has_data_labels_and_codebook()
    {
        using var file = new MemoryStream();
        RoundExport.Xlsx(file, [ConsoleForm.Form], [Session((Name, "=1+1 \u0001 \ud83d"), (Years, "7"), (Medicines, "phb cbz"))], "en");
        using var book = SpreadsheetDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(book));
        Assert.Equal(["data", "labels", "codebook"], book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.Contains("Phenobarbital, Carbamazepine", string.Join('|', book.WorkbookPart.WorksheetParts.Select(part => part.Worksheet!.InnerText)), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_keeps_text_as_it_was_given()
    {
        using var file = new MemoryStream();
        RoundExport.Json(file, [ConsoleForm.Form], [Session((Name, "=1+1"), (Years, "7"))]);
        using var json = JsonDocument.Parse(file.ToArray());
        Assert.Equal(("=1+1", 7), (json.RootElement[0].GetProperty("full_name").GetString(), json.RootElement[0].GetProperty("work/years").GetInt32()));
    }

    static Session Session(params (string, string)[] answers) => ConsoleForm.Session("p1", isSubmitted: true, answers);

    static byte[] Csv(params Session[] sessions)
    {
        using var file = new MemoryStream();
        RoundExport.Csv(file, [ConsoleForm.Form], sessions);
        return file.ToArray();
    }

    static string[] Lines(params Session[] sessions) => Encoding.UTF8.GetString(Csv(sessions)).Split("\r\n");
}
