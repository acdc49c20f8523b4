using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RbcBot.Admin;
using RbcBot.Admin.SignIn;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.SignIn;

public sealed class SignInTests
{
    [Theory]
    [InlineData("/console")]
    [InlineData("/console/rounds")]
    [InlineData("/console/rounds/A/export.csv")]
    [InlineData("/console/selection")]
    [InlineData("/console/report.html")]
    [InlineData("/console/no-such-page")]
    public async Task Stranger_is_sent_to_the_door(string path)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync(path);
        Assert.StartsWith("/console/sign-in", browser.Response.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_password_opens_the_page_that_was_wanted()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedOutAsync(world);
        await world.SignInAsync(browser, "/console/rounds");
        Assert.Contains("id=\"file\"", browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire", "a wrong long sentence")]
    [InlineData("nobody", "a calm long sentence")]
    public async Task Wrong_name_and_wrong_password_read_the_same(string name, string password)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedOutAsync(world);
        await browser.SubmitAsync("/console/sign-in", ("name", name), ("password", password));
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Response.StatusCode);
        Assert.Contains("Name or password is not right.", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_has_costs_a_hash_too()
    {
        var passwords = new Passwords(new ConsoleOptions { PasswordRounds = 1_000_000 });
        var began = Stopwatch.GetTimestamp();
        Assert.False(await passwords.FitsAsync(null!, null, ConsoleWorld.Password)); // of nobody no user is asked for
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromMilliseconds(50), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task Sixth_attempt_in_a_minute_has_to_wait()
    {
        await using var world = await ConsoleWorld.StartAsync(signInsPerMinute: 5);
        using var browser = await SignedOutAsync(world);
        for (var attempt = 0; attempt < 6; attempt++)
            await browser.SubmitAsync("/console/sign-in", ("name", "nobody"), ("password", "a wrong long sentence"));
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/console")]
    [InlineData("/console/\\evil.example")]
    [InlineData("/consolex")]
    public async Task Sign_in_never_leads_elsewhere(string to)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedOutAsync(world);
        await world.SignInAsync(browser, to);
        Assert.Contains("data-test=\"next\"", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_does_that_of_who_has_no_second_factor()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var coach = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        await coach.SubmitAsync("/console/sign-out");
        await coach.GetAsync("/console/sign-in");
        await coach.PostAsync("/console/sign-in", ("name", "Aline"), ("password", ConsoleWorld.Password), ("to", "//evil.example/"));
        Assert.Equal("/console", coach.Response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Post_without_the_forms_token_changes_nothing()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedOutAsync(world);
        await browser.GetAsync("/console/assets/console.css");
        await browser.SubmitAsync("/console/sign-in", ("name", "claire"), ("password", "a calm long sentence"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
    }

    [Fact]
    public async Task A_password_that_was_hashed_with_fewer_rounds_is_hashed_anew()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        var old = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 500 })).HashPassword("", ConsoleWorld.Password);
        world.Accounts.Change(ConsoleWorld.Name, account => account with { PasswordHash = old });
        using var browser = await world.SignInAsync();
        Assert.Contains("data-test=\"sign-out\"", browser.Html, StringComparison.Ordinal);
        Assert.NotEqual(old, world.Accounts[ConsoleWorld.Name].PasswordHash);
    }

    static async Task<ConsoleBrowser> SignedOutAsync(ConsoleWorld world)
    {
        var browser = await world.SignedInAsync();
        await browser.SubmitAsync("/console/sign-out");
        return browser;
    }
}
