using System.Net;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class SessionFilterTests
{
    static readonly Session LateInKigali = ConsoleForm.Session("p1", true) with { Submitted = new DateTimeOffset(2026, 11, 2, 22, 30, 0, TimeSpan.Zero) };

    [Theory]
    [InlineData("2026-11-03", "2026-11-03", true)]
    [InlineData(null, "2026-11-02", false)]
    [InlineData("2026-11-04", null, false)]
    [InlineData(null, null, true)]
    public void Day_is_the_day_in_Kigali_on_which_it_was_submitted(string? from, string? to, bool isWanted) =>
        Assert.Equal(isWanted, (SessionFilter.All with { From = Day(from), To = Day(to) }).Takes(LateInKigali));

    [Fact]
    public void Day_of_an_unfinished_session_is_that_of_its_last_answer()
    {
        var running = LateInKigali with { Submitted = null, IsOver = false, Touched = new DateTimeOffset(2026, 11, 9, 8, 0, 0, TimeSpan.Zero) };
        Assert.True((SessionFilter.All with { From = new DateOnly(2026, 11, 9), To = new DateOnly(2026, 11, 9) }).Takes(running));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Xml)]
    [InlineData(ExportFormat.Floip)]
    public async Task Only_sessions_that_are_wanted_are_exported(ExportFormat format)
    {
        Session[] sessions = [ConsoleForm.Session("p1", true, ("/data/full_name", "Aline")), ConsoleForm.Session("p2", true, ("/data/full_name", "Claude")) with { Language = "fr" }];
        using var file = new MemoryStream();
        var exported = await Exported.RunAsync(file, format, [ConsoleForm.Form], sessions, SessionFilter.All with { Language = "fr" });
        Assert.Equal(1, exported.Sessions);
    }

    [Fact]
    public async Task Links_on_the_table_of_answers_export_what_it_shows()
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world, ConsoleForm.Session("p1", true, ("/data/work/years", "777777")), ConsoleForm.Session("p2", true, ("/data/work/years", "888888")));
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync($"/console/rounds/{ConsoleForm.Code}/answers?q=777777&from=2026-11-01&to=2026-11-30");
        var link = WebUtility.HtmlDecode(html.Split("href=\"").First(part => part.Contains("export-csv", StringComparison.Ordinal)).Split('"')[0]);
        var csv = await browser.GetAsync(link);
        Assert.Contains("777777", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("888888", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("state=9")]
    public async Task Export_of_what_cannot_be_read_is_a_page_that_helps(string query)
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world);
        using var browser = await world.SignedInAsync();
        await browser.GetAsync($"/console/rounds/{ConsoleForm.Code}/export.csv?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData("csv", "GUIDE-X-", ".csv", "text/csv")]
    [InlineData("xlsx", "GUIDE-X-", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("json", "GUIDE-X-", ".json", "application/json")]
    [InlineData("xml", "GUIDE-X-", ".xml.zip", "application/zip")]
    [InlineData("floip", "GUIDE-X-", ".floip.zip", "application/zip")]
    public async Task Download_is_named_by_round_day_and_format(string format, string beginning, string ending, string media)
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world, ConsoleForm.Session("p1", true, ("/data/full_name", "Aline")));
        using var browser = await world.SignedInAsync();
        await browser.GetAsync($"/console/rounds/{ConsoleForm.Code}/export.{format}");
        var (content, name) = (browser.Response.Content.Headers, browser.Response.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? "");
        Assert.True(name.StartsWith(beginning, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal), name);
        Assert.Equal(media, content.ContentType?.MediaType);
    }

    static DateOnly? Day(string? text) => AnswerQuery.TryDay(text, out var day) ? day : null;
}
