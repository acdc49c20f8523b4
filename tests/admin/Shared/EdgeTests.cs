using System.Net;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Shared;

public sealed class EdgeTests
{
    [Theory]
    [InlineData("/console/sign-in")]
    [InlineData("/console/rounds")]
    [InlineData("/console/first?token=x")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync(path);
        var headers = browser.Response.Headers;
        Assert.Contains("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task Pages_carry_no_script_and_no_inline_style()
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world, ConsoleForm.Session("p1", isSubmitted: true, ("/data/full_name", "Aline")));
        using var browser = await world.SignedInAsync();
        foreach (var path in new[] { "", "/rounds", "/rounds/GUIDE-X", "/rounds/GUIDE-X/answers", "/applications", "/selection", "/lessons", "/feedback", "/report" })
        {
            var html = await browser.GetAsync("/console" + path);
            Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Chosen_language_stays()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.SubmitAsync("/console/language", ("language", "fr"), ("to", "/console/rounds"));
        Assert.Contains("<html lang=\"fr\">", browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rw")]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_page_opens_in_every_language(string language)
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world, ConsoleForm.Session("p1", isSubmitted: true, ("/data/full_name", "Aline")));
        using var browser = await world.SignedInAsync();
        browser.Language = language;
        foreach (var path in new[] { "", "/rounds", "/rounds/GUIDE-X", "/rounds/GUIDE-X/answers", "/rounds/GUIDE-X/answers/p1-1", "/applications", "/selection", "/lessons", "/feedback", "/report", "/report.html" })
            Assert.Contains($"<html lang=\"{language}\">", await browser.GetAsync("/console" + path), StringComparison.Ordinal);
    }

    [Fact]
    public void Console_says_the_same_things_in_every_language() =>
        Assert.Equal(Text.Keys(Language.En).Where(key => key.StartsWith("console.", StringComparison.Ordinal)), Text.Keys(Language.Rw).Where(key => key.StartsWith("console.", StringComparison.Ordinal)));
}
