using System.Text.Json;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class RepeatExportTests
{
    [Fact]
    public async Task Csv_is_a_zip_with_one_file_a_table()
    {
        using var file = new MemoryStream();
        var exported = await Exported.RunAsync(file, ExportFormat.Csv, [HouseholdForm.Form], [HouseholdForm.Visit()]);
        Assert.Equal(("csv.zip", "application/zip", true), (exported.Ending, exported.MediaType, exported.IsZip));
        Assert.Equal(["household.csv", "household-household.csv", "household-household-child.csv"], Exported.Entries(file.ToArray()).Keys);
    }

    [Fact]
    public async Task Rows_of_a_repeat_know_where_they_belong()
    {
        var tables = await CsvAsync();
        var key = tables["household.csv"][1].Split(',')[^1];
        Assert.StartsWith("uuid:", key, StringComparison.Ordinal);
        Assert.Equal($"Uwase,{key},{key}/household[1]", tables["household-household.csv"][1]);
        Assert.Equal($"4,ball,1,0,{key}/household[1],{key}/household[1]/child[1]", tables["household-household-child.csv"][1]);
    }

    [Fact]
    public async Task Tenth_instance_comes_after_the_second() => Assert.Equal(
        ["4", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        (await CsvAsync())["household-household-child.csv"].Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[0]));

    [Fact]
    public async Task Formula_in_a_repeat_is_made_harmless_too() =>
        Assert.StartsWith("'=Mugisha,", (await CsvAsync())["household-household.csv"][2], StringComparison.Ordinal);

    [Fact]
    public async Task Place_is_whole_and_in_four_parts_as_Kobo_has_it()
    {
        var lines = (await CsvAsync())["household.csv"];
        Assert.Contains("visit/place,visit/_place_latitude,visit/_place_longitude,visit/_place_altitude,visit/_place_precision", lines[0], StringComparison.Ordinal);
        Assert.Contains(",-1.95 30.06 1500 5,-1.95,30.06,1500,5,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_has_a_sheet_of_codes_and_one_of_words_for_each_repeat()
    {
        using var book = new WorkbookFile(await Exported.BytesAsync(ExportFormat.Xlsx, [HouseholdForm.Form], [HouseholdForm.Visit()]));
        Assert.Empty(book.Mistakes);
        Assert.Equal(["data", "household", "child", "labels", "labels household", "labels child", "codebook"], book.Sheets);
    }

    [Fact]
    public async Task Rows_in_a_workbook_are_numbered_through_as_Kobo_numbers_them()
    {
        using var book = new WorkbookFile(await Exported.BytesAsync(ExportFormat.Xlsx, [HouseholdForm.Form], [HouseholdForm.Visit("p1"), HouseholdForm.Visit("p2")]));
        Assert.Equal(("14", "household", "4"), (book.Cell("child", "_index", 14), book.Cell("child", "_parent_table_name", 14), book.Cell("child", "_parent_index", 14)));
        Assert.Equal(("4", "data", "2"), (book.Cell("household", "_index", 4), book.Cell("household", "_parent_table_name", 4), book.Cell("household", "_parent_index", 4)));
        Assert.Equal(23, book.Rows("child"));
    }

    [Fact]
    public async Task Words_are_what_a_person_reads()
    {
        using var book = new WorkbookFile(await Exported.BytesAsync(ExportFormat.Xlsx, [HouseholdForm.Form], [HouseholdForm.Visit()]));
        Assert.Equal(
            ("-1.95, 30.06 (± 5 m)", "2 November 2026, 09:30", "14:30", "1. The school, 2. The water", "Picture house.jpg"),
            (book.Cell("labels", "Where?", 1), book.Cell("labels", "When?", 1), book.Cell("labels", "At what hour?", 1), book.Cell("labels", "What matters most?", 1), book.Cell("labels", "A picture", 1)));
    }

    [Fact]
    public async Task Codebook_tells_groups_ranges_and_sheets()
    {
        using var book = new WorkbookFile(await Exported.BytesAsync(ExportFormat.Xlsx, [HouseholdForm.Form], []));
        var rows = Enumerable.Range(1, book.Rows("codebook") - 1).Select(row => string.Join('|', book.Row("codebook", row))).ToList();
        Assert.Contains("household|repeat||A household|A household|A household|9|household", rows);
        Assert.Contains("visit/effort|range|0 to 10 by 1|How hard was it?|How hard was it?|How hard was it?|2|data", rows);
        Assert.Contains("household/child/play|choice|rope|The rope|The rope|The rope||child", rows);
    }

    [Fact]
    public async Task Json_nests_repeats()
    {
        using var json = JsonDocument.Parse(await Exported.BytesAsync(ExportFormat.Json, [HouseholdForm.Form], [HouseholdForm.Visit()]));
        var households = json.RootElement[0].GetProperty("household");
        Assert.Equal("=Mugisha", households[1].GetProperty("household/head").GetString());
        Assert.Equal(Enumerable.Range(1, 10), households[1].GetProperty("household/child").EnumerateArray().Select(child => child.GetProperty("household/child/age").GetInt32()));
    }

    [Fact]
    public async Task Session_that_never_came_to_the_repeat_has_no_rows_in_it() =>
        Assert.Single((await CsvAsync(HouseholdForm.Session("p1", (HouseholdForm.Village, "Remera"))))["household-household.csv"], line => line.Length > 0);

    static async Task<Dictionary<string, string[]>> CsvAsync(params Session[] sessions) =>
        Exported.Entries(await Exported.BytesAsync(ExportFormat.Csv, [HouseholdForm.Form], sessions.Length > 0 ? sessions : [HouseholdForm.Visit()]))
            .ToDictionary(entry => entry.Key, entry => entry.Value.TrimStart('\uFEFF').Split("\r\n"));
}
