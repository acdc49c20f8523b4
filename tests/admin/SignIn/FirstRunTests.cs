using System.Net;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.SignIn;

public sealed class FirstRunTests
{
    const string Password = "a calm long sentence";

    [Fact]
    public async Task First_administrator_is_signed_in_once_her_second_factor_is_set_up()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        Assert.Contains("data-test=\"sign-out\"", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_administrator_sees_nothing_before_her_second_factor_is_set_up()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.FirstAsync();
        Assert.Contains("data-test=\"secret\"", browser.Html, StringComparison.Ordinal);
        await browser.GetAsync("/console");
        Assert.True(browser.IsAtTheDoor);
    }

    [Fact]
    public async Task Link_that_was_used_makes_no_second_administrator()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        await first.SubmitAsync("/console/first", ("token", world.FirstRunLink.Split('=')[1]), ("name", "Mallory"), ("password", Password), ("again", Password));
        world.Accounts.Accounts.Clear();
        await first.SubmitAsync("/console/first", ("token", world.FirstRunLink.Split('=')[1]), ("name", "Mallory"), ("password", Password), ("again", Password));
        Assert.Empty(world.Accounts.Accounts);
    }

    [Fact]
    public async Task Link_cannot_be_used_again()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        using var second = new ConsoleBrowser(world.Url);
        await second.GetAsync(new Uri(world.FirstRunLink).PathAndQuery);
        Assert.Equal((HttpStatusCode.Gone, 1), (second.Response.StatusCode, world.Accounts.Accounts.Count));
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
    [InlineData("qwertyuiop123456", "qwertyuiop123456")]
    [InlineData("Kigali-Rwanda-2026", "Kigali-Rwanda-2026")]
    public async Task Weak_or_mistyped_password_makes_nobody(string password, string again)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync(new Uri(world.FirstRunLink).PathAndQuery);
        await browser.SubmitAsync("/console/first", ("token", world.FirstRunLink.Split('=')[1]), ("name", "Claire"), ("password", password), ("again", again));
        Assert.Equal((HttpStatusCode.BadRequest, 0), (browser.Response.StatusCode, world.Accounts.Accounts.Count));
    }
}
