using System.Text;
using System.Text.Json;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class RoundExportTests
{
    const string Name = "/data/full_name", Years = "/data/work/years", Medicines = "/data/work/meds";

    [Fact]
    public async Task Columns_are_headed_as_ODK_and_Kobo_head_them() =>
        Assert.EndsWith("full_name,work/years,work/meds,work/meds/phb,work/meds/cbz", (await LinesAsync())[0], StringComparison.Ordinal);

    [Fact]
    public async Task Choices_of_several_are_split_into_noughts_and_ones() =>
        Assert.EndsWith("Aline,7,cbz,0,1", (await LinesAsync(Session((Name, "Aline"), (Years, "7"), (Medicines, "cbz"))))[1], StringComparison.Ordinal);

    [Fact]
    public async Task Running_session_is_in_the_export_with_what_was_said_so_far()
    {
        var line = (await LinesAsync(ConsoleForm.Session("p1", isSubmitted: false, (Name, "Aline"))))[1];
        Assert.Contains(",running,", line, StringComparison.Ordinal);
        Assert.EndsWith("Aline,,,,", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_begins_with_a_byte_order_mark() => Assert.Equal([0xEF, 0xBB, 0xBF], (await BytesAsync(ExportFormat.Csv))[..3]);

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
    public async Task Text_never_becomes_a_formula(string said, string cell) =>
        Assert.Contains("," + cell + ",", Encoding.UTF8.GetString(await BytesAsync(ExportFormat.Csv, Session((Name, said)))), StringComparison.Ordinal);

    [Fact]
    public async Task Negative_number_stays_a_number() =>
        Assert.Contains(",-3,", (await LinesAsync(Session((Name, "x"), (Years, "-3"))))[1], StringComparison.Ordinal);

    [Fact]
    public async Task Question_that_is_called_as_one_of_our_own_columns_keeps_its_name()
    {
        var form = HouseholdForm.Of(ConsoleForm.Form.Version, HouseholdForm.Question("/data/language", QuestionType.Text, "Your language?"));
        var lines = await Exported.LinesAsync([form], Session(("/data/language", "Igiswahili")));
        Assert.StartsWith("\uFEFFsession_id,person_id,_language,state,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",language", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",Igiswahili", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_is_valid_and_has_data_labels_and_codebook()
    {
        using var book = new WorkbookFile(await BytesAsync(ExportFormat.Xlsx, Session((Name, "=1+1 \u0001 \ud83d"), (Years, "7"), (Medicines, "phb cbz"))));
        Assert.Empty(book.Mistakes);
        Assert.Equal(["data", "labels", "codebook"], book.Sheets);
        Assert.Equal("Phenobarbital, Carbamazepine", book.Cell("labels", "Which medicines are there?", 1));
    }

    [Fact]
    public async Task Number_longer_than_a_spreadsheet_holds_stays_text()
    {
        using var book = new WorkbookFile(await BytesAsync(ExportFormat.Xlsx, Session((Years, "1199080012345678"))));
        Assert.Equal(("1199080012345678", true), (book.Cell("data", "work/years", 1), book.IsText("data", "work/years", 1)));
    }

    [Fact]
    public async Task Json_keeps_text_as_it_was_given()
    {
        using var json = JsonDocument.Parse(await BytesAsync(ExportFormat.Json, Session((Name, "=1+1"), (Years, "7"))));
        Assert.Equal(("=1+1", 7), (json.RootElement[0].GetProperty("full_name").GetString(), json.RootElement[0].GetProperty("work/years").GetInt32()));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Xml)]
    [InlineData(ExportFormat.Floip)]
    public async Task Half_a_letter_does_not_stop_an_export(ExportFormat format) =>
        Assert.NotEmpty(await BytesAsync(format, Session((Name, "a\ud83d\0\u0007b"))));

    static Session Session(params (string, string)[] answers) => ConsoleForm.Session("p1", isSubmitted: true, answers);

    static Task<byte[]> BytesAsync(ExportFormat format, params Session[] sessions) => Exported.BytesAsync(format, [ConsoleForm.Form], sessions);

    static Task<string[]> LinesAsync(params Session[] sessions) => Exported.LinesAsync([ConsoleForm.Form], sessions);
}
