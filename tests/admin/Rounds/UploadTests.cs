using System.Net;
using RbcBot.Admin.Rounds;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class UploadTests
{
    [Fact]
    public async Task Broken_form_shows_the_row_and_opens_nothing()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        var html = await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"], ["text", "a", "Again"]), "twice.xlsx", "TWICE");
        Assert.Equal((HttpStatusCode.BadRequest, 0), (browser.Response.StatusCode, world.Rounds.Rounds.Count));
        Assert.Contains("<td class=\"number\">3</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_form_opens_a_round()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"]), "good.xlsx", "GOOD");
        Assert.Equal(["GOOD"], world.Rounds.Rounds.Select(round => round.Code));
    }

    [Fact]
    public async Task Broken_form_under_a_code_that_is_taken_says_what_is_broken()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"]), "good.xlsx", "GOOD");
        await browser.GetAsync("/console/rounds");
        var html = await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"], ["text", "a", "Again"]), "good.xlsx", "GOOD");
        Assert.Contains("<td class=\"number\">3</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_takes_the_list_that_was_chosen_with_it()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        var form = Sheets.Of(["type", "name", "label"], ["select_one_from_file centres.csv", "c", "Which centre?"]);

        await browser.UploadAsync(form, "centres.xlsx", "ALONE");
        Assert.Empty(world.Rounds.Rounds);
        await browser.GetAsync("/console/rounds");
        await browser.UploadAsync(form, "centres.xlsx", "WITH", beside: ("centres.csv", "name,label\nc1,CS Huye\n"u8.ToArray()));

        var round = Assert.Single(world.Rounds.Rounds);
        Assert.Equal("CS Huye", world.Catalogue.Current.Forms[round.FormVersion].Questions[0].Choices[0].Label("en"));
    }

    [Fact]
    public async Task Two_forms_at_once_are_refused_by_name()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        var form = Sheets.Of(["type", "name", "label"], ["text", "a", "A"]);
        var html = await browser.UploadAsync(form, "one.xlsx", "TWO", beside: ("two.xlsx", form));
        Assert.Equal((HttpStatusCode.BadRequest, 0), (browser.Response.StatusCode, world.Rounds.Rounds.Count));
        Assert.Contains("more than one form: one.xlsx, two.xlsx", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_too_large_only_together_are_refused()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        var html = await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"]), "one.xlsx", "LARGE", beside: ("a.png", new byte[Upload.Largest]));
        Assert.Equal((HttpStatusCode.BadRequest, 0), (browser.Response.StatusCode, world.Rounds.Rounds.Count));
        Assert.Contains("data-test=\"upload-complaint\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_stand_in_a_cell_is_shown_with_its_finding_and_in_its_row()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        var html = await browser.UploadAsync(Sheets.Of(["type", "name", "label", "relevant"], ["integer", "age", "Age", ""], ["text", "b", "Work?", "${agee} > 17"]), "near.xlsx", "NEAR", "check");
        Assert.Equal(3, WebUtility.HtmlDecode(html).Split("Proposal: <code><bdi>${age} > 17</bdi></code>").Length);
    }

    [Fact]
    public async Task Check_alone_opens_nothing()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"]), "good.xlsx", "GOOD", "check");
        Assert.Equal((HttpStatusCode.OK, 0), (browser.Response.StatusCode, world.Rounds.Rounds.Count));
    }

    [Fact]
    public async Task Code_that_is_taken_is_not_replaced_unasked()
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world);
        using var browser = await OnRoundsAsync(world);
        await browser.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"]), "good.xlsx", "guide-x");
        Assert.Equal(ConsoleForm.Form.Version, Assert.Single(world.Rounds.Rounds).FormVersion);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData((10 * 1024 * 1024) + 1)]
    public async Task File_that_is_no_spreadsheet_is_refused_with_a_sentence(int size)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await OnRoundsAsync(world);
        var html = await browser.UploadAsync(new byte[size], "nothing.xlsx", "NOTHING");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Contains("data-test=\"upload-complaint\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guide_b", "GUIDE_B")]
    [InlineData("Été 2027!", "ETE2027")]
    [InlineData("???", "ROUND")]
    public void Code_is_suggested_from_the_form(string formId, string code) => Assert.Equal(code, Upload.Suggest(formId));

    static async Task<ConsoleBrowser> OnRoundsAsync(ConsoleWorld world)
    {
        var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/rounds");
        return browser;
    }
}
