using System.Net;
using System.Text.RegularExpressions;
using RbcBot.Core.Programme;
using RbcBot.Tests.Admin.Rounds;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Simulator;

public sealed partial class SimulatorPageTests
{
    const string Page = "/console/rounds/GUIDE-B/simulator", Start = "/console/rounds/simulator", OfFile = Start + "/file";

    static readonly byte[] Small = Sheets.Of(
        ["type", "name", "label", "relevant", "calculation"],
        ["integer", "age", "How old are you?", "", ""],
        ["text", "work", "What is your work?", "", ""],
        ["begin_group", "child", "Child", "${age} < 18", ""],
        ["text", "school", "Which school?", "", ""],
        ["end_group", "", "", "", ""],
        ["calculate", "twice", "", "", "${age} * 2"]);

    [Fact]
    public async Task A_round_s_form_is_asked_on_three_channels()
    {
        await using var world = await GuideAsync();
        using var browser = await OnAsync(world);
        var html = await browser.SubmitAsync(Page, ("press", "c:yes"));
        Assert.Equal(3, Question().Count(html));
        Assert.Contains("data-test=\"segments\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_rehearsal_is_kept_by_the_programme()
    {
        await using var world = await GuideAsync();
        using var browser = await OnAsync(world);
        await browser.SubmitAsync(Page, ("press", "c:yes"));
        await browser.SubmitAsync(Page, ("words", "1"));
        Assert.Empty(world.Records.Sessions);
        Assert.Empty(world.Inbox.Accepted);
    }

    [Fact]
    public async Task Another_language_asks_the_same_question_in_it()
    {
        await using var world = await GuideAsync();
        using var browser = await OnAsync(world);
        var before = Asked(await browser.SubmitAsync(Page, ("press", "c:yes")));
        var after = Asked(await browser.SubmitAsync(Page, ("language", "fr")));
        Assert.NotEmpty(before);
        Assert.Equal(before, after);
        Assert.Contains("<ol class=\"bubbles\" lang=\"fr\">", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_again_forgets_the_answers()
    {
        await using var world = await GuideAsync();
        using var browser = await OnAsync(world);
        await browser.SubmitAsync(Page, ("press", "c:yes"));
        Assert.Empty(Asked(await browser.SubmitAsync(Page, ("do", "restart"))));
    }

    [Fact]
    public async Task A_row_that_is_not_asked_says_why_with_the_values_it_hangs_on()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await TryingAsync(world);
        var html = Plain(await browser.SubmitAsync(OfFile, ("words", "30")));
        Assert.Contains("3 work empty asked now", html, StringComparison.Ordinal);
        Assert.Contains("5 school empty not asked relevant of child, row 4 ${age} < 18 false ${age} = 30", html, StringComparison.Ordinal);
        Assert.Contains("7 twice 60 hidden", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out", "school", "twice")]
    [InlineData("hidden", "twice", "school")]
    public async Task Rows_are_narrowed_to_those_wanted(string rows, string shown, string gone)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await TryingAsync(world);
        await browser.SubmitAsync(OfFile, ("words", "30"));
        await browser.GetAsync($"{OfFile}?rows={rows}");
        Assert.Contains($"data-test=\"state-{shown}\"", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"data-test=\"state-{gone}\"", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_shown_with_its_rows()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnAsync(world, Start);
        await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"], ["text", "a", "Again"]), "twice.xlsx", "", to: Start);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Contains("id=\"survey-3\" class=\"found\"", browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task What_the_author_writes_is_text_and_nothing_else(string words)
    {
        await using var world = await GuideAsync();
        using var browser = await OnAsync(world);
        Assert.DoesNotContain(words, await browser.SubmitAsync(Page, ("words", words)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_never_tried_leads_to_the_start()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnAsync(world, OfFile);
        Assert.Equal(Start, browser.Response.Headers.Location?.ToString());
    }

    static async Task<ConsoleWorld> GuideAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        var form = Shipped.Form("guide-b.xlsx");
        world.Catalogue.Forms[form.Version] = form;
        world.Rounds.Rounds.Add(new Round("GUIDE-B", RoundKind.Interview, form.Id, form.Version, "", "", true, DateTimeOffset.UnixEpoch));
        return world;
    }

    static async Task<ConsoleBrowser> OnAsync(ConsoleWorld world, string page = Page)
    {
        var browser = await world.SignedInAsync();
        await browser.GetAsync(page);
        return browser;
    }

    /// <summary>Past the consent of a small form of her own.</summary>
    static async Task<ConsoleBrowser> TryingAsync(ConsoleWorld world)
    {
        var browser = await OnAsync(world, Start);
        await browser.UploadAsync(Small, "small.xlsx", "", to: Start);
        await browser.SubmitAsync(OfFile, ("press", "c:yes"));
        return browser;
    }

    /// <summary>The name of the row that is asked now; "" when none is.</summary>
    static string Asked(string html) => AskedRow().Match(html).Groups[1].Value;

    static string Plain(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");

    [GeneratedRegex("<tr class=\"asked\" data-test=\"state-([^\"]+)\"")]
    private static partial Regex AskedRow();

    [GeneratedRegex(@"(&#xA;|\n)1/[0-9]+ ")]
    private static partial Regex Question();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
