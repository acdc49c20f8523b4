using System.Net;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class RoundPageTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    public async Task What_people_wrote_is_text_and_nothing_else(string said)
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world, ConsoleForm.Session("p1", isSubmitted: true, ("/data/full_name", said)));
        using var browser = await world.SignedInAsync();
        foreach (var path in new[] { "/answers", "/answers/p1-1", "/answers?q=" + Uri.EscapeDataString(said) })
            Assert.DoesNotContain(said, await browser.GetAsync("/console/rounds/" + ConsoleForm.Code + path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_found_by_word_without_accents()
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world, ConsoleForm.Session("p1", true, ("/data/full_name", "Espérance")), ConsoleForm.Session("p2", true, ("/data/full_name", "Claude")));
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync($"/console/rounds/{ConsoleForm.Code}/answers?q=ESPERANCE");
        Assert.Contains("/answers/p1-1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/answers/p2-1", html, StringComparison.Ordinal);
        Assert.Contains("data-test=\"searched\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/rounds/NO-SUCH", HttpStatusCode.NotFound)]
    [InlineData("/console/rounds/GUIDE-X/answers?page=x", HttpStatusCode.BadRequest)]
    [InlineData("/console/rounds/GUIDE-X/answers?page=-1", HttpStatusCode.BadRequest)]
    [InlineData("/console/rounds/GUIDE-X/answers?page=99", HttpStatusCode.NotFound)]
    [InlineData("/console/rounds/GUIDE-X/answers?state=7", HttpStatusCode.BadRequest)]
    [InlineData("/console/rounds/GUIDE-X/answers/nobody", HttpStatusCode.NotFound)]
    [InlineData("/console/rounds/GUIDE-X/export.exe", HttpStatusCode.NotFound)]
    [InlineData("/console/rounds/GUIDE-X/remarks", HttpStatusCode.NotFound)]
    [InlineData("/console/applications/nobody", HttpStatusCode.NotFound)]
    [InlineData("/console/applications?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/console/lessons/nothing", HttpStatusCode.NotFound)]
    [InlineData("/console/selection/nothing", HttpStatusCode.NotFound)]
    [InlineData("/console/report?lang=xx", HttpStatusCode.NotFound)]
    [InlineData("/console/no/such/page", HttpStatusCode.NotFound)]
    public async Task Wrong_address_gets_a_page_that_helps(string path, HttpStatusCode expected)
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world);
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync(path);
        Assert.Equal(expected, browser.Response.StatusCode);
        Assert.Contains("trace", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_is_closed_and_opened_again()
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world);
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/rounds/" + ConsoleForm.Code);
        await browser.SubmitAsync($"/console/rounds/{ConsoleForm.Code}/close");
        Assert.False(world.Rounds.Rounds[0].IsOpen);
        await browser.SubmitAsync($"/console/rounds/{ConsoleForm.Code}/open");
        Assert.True(world.Rounds.Rounds[0].IsOpen);
    }

    [Fact]
    public async Task Link_is_shown_with_its_QR_code()
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world);
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/rounds/" + ConsoleForm.Code);
        Assert.Contains($"{world.Url}/chat?code=GUIDE-X", html, StringComparison.Ordinal);
        Assert.Contains("https://t.me/rbc_example_bot?start=GUIDE-X", html, StringComparison.Ordinal);
    }
}
