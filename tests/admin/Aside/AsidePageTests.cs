using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Aside;

public sealed class AsidePageTests
{
    static readonly SetAside Poison = new(
        "web|a1|7", "web", new PersonId("p"), new Inbound(new Address("web", "a1"), "7", Said.Text("my <b>own</b> words"), default), null, "FormatException", default);

    [Fact]
    public async Task The_list_tells_reason_and_id_but_not_what_was_written()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/aside");
        Assert.Contains("FormatException", html, StringComparison.Ordinal);
        Assert.Contains("web|a1|7", html, StringComparison.Ordinal);
        Assert.DoesNotContain("my &lt;b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_shown_to_who_asks_for_it()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        Assert.Contains("<bdi>my &lt;b&gt;own&lt;/b&gt; words</bdi>", await browser.GetAsync("/console/aside?show=web%7Ca1%7C7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_puts_it_back_and_says_so()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/aside");
        Assert.Contains("back in the inbox", await browser.SubmitAsync("/console/aside", ("id", Poison.Id)), StringComparison.Ordinal);
        Assert.Equal([Poison.Id], world.Aside.Replayed);
    }

    [Fact]
    public async Task What_is_gone_is_said_to_be_gone()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/aside");
        await browser.SubmitAsync("/console/aside", ("id", "nothing"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
    }

    [Fact]
    public async Task Replay_wants_the_form_of_the_page()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/assets/nothing");
        await browser.SubmitAsync("/console/aside", ("id", Poison.Id), ("__RequestVerificationToken", "forged"));
        Assert.Empty(world.Aside.Replayed);
    }

    [Fact]
    public async Task Unreadable_payload_has_no_button()
    {
        await using var world = await ConsoleWorld.StartAsync();
        await world.Aside.KeepUnreadAsync("telegram", "{\"half"u8.ToArray(), "JsonException", default);
        using var browser = await world.SignedInAsync();
        Assert.DoesNotContain("data-test=\"replay\"", await browser.GetAsync("/console/aside"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_much_is_read_a_page_at_a_time()
    {
        await using var world = await ConsoleWorld.StartAsync();
        for (var number = 1; number <= 51; number++)
            world.Aside.Add(Poison with { Id = $"number {number:00}", At = default(DateTimeOffset).AddHours(number) });
        using var browser = await world.SignedInAsync();
        Assert.DoesNotContain("number 51", await browser.GetAsync("/console/aside"), StringComparison.Ordinal);
        Assert.Contains("number 51", await browser.GetAsync("/console/aside?page=2"), StringComparison.Ordinal);
        Assert.DoesNotContain("number 01", await browser.GetAsync("/console/aside?sort=-at"), StringComparison.Ordinal);
        await browser.GetAsync("/console/aside?page=3");
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
        await browser.GetAsync("/console/aside?sort=reason");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData("en", "Set aside")]
    [InlineData("fr", "Mis de côté")]
    [InlineData("rw", "Ibyashyizwe ku ruhande")]
    public async Task The_overview_counts_it_and_leads_there(string language, string title)
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        browser.Language = language;
        var html = WebUtility.HtmlDecode(await browser.GetAsync("/console"));
        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/console/aside\" data-test=\"next-aside\"><b>1</b>", html, StringComparison.Ordinal);
    }

    static async Task<ConsoleWorld> WorldAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        world.Aside.Add(Poison);
        return world;
    }
}
