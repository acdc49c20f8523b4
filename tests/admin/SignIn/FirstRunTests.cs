using System.Net;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.SignIn;

public sealed class FirstRunTests
{
    const string Password = "a calm long sentence";

    [Fact]
    public async Task First_administrator_is_signed_in_at_once()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        Assert.Contains("data-test=\"sign-out\"", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_cannot_be_used_again()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        using var second = new ConsoleBrowser(world.Url);
        await second.GetAsync(new Uri(world.FirstRunLink).PathAndQuery);
        Assert.Equal((HttpStatusCode.Gone, 1), (second.Response.StatusCode, world.People.Administrators.Count));
    }

    [Fact]
    public async Task Wrong_token_is_refused()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync("/console/first?token=00000000000000000000000000000000");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData(Password, "another long sentence")]
    [InlineData("claire claire claire", "claire claire claire")]
    public async Task Weak_or_mistyped_password_makes_nobody(string password, string again)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync(new Uri(world.FirstRunLink).PathAndQuery);
        await browser.SubmitAsync("/console/first", ("token", world.FirstRunLink.Split('=')[1]), ("name", "Claire"), ("password", password), ("again", again));
        Assert.Equal((HttpStatusCode.BadRequest, 0), (browser.Response.StatusCode, world.People.Administrators.Count));
    }
}
