using System.Net;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Given.ConsoleWorld;

namespace RbcBot.Tests.Admin.SignIn;

/// <summary>F21: guessing. The limit for one address is off here: who guesses has many.</summary>
public sealed class BruteForceTests
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2100, 3, 8, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_thousand_guesses_in_a_day_are_not_even_a_hundred_and_ten()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock, signInsPerMinute: 100_000);
        using var first = await world.SignedInAsync();
        using var thief = await AtTheDoorAsync(world);
        for (var guess = 0; guess < 1000; guess++)
        {
            await GuessAsync(thief, $"a wrong sentence {guess}");
            Assert.Equal(HttpStatusCode.Unauthorized, thief.Response.StatusCode);
            clock.Advance(TimeSpan.FromSeconds(86.4));
        }
        Assert.InRange(world.Accounts[Name].Attempts, SignInDelay.Free, 110);
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_looked_at_one_after_another()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock, signInsPerMinute: 100_000);
        using var first = await world.SignedInAsync();
        var thieves = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => AtTheDoorAsync(world)));
        await Task.WhenAll(thieves.Select((thief, number) => GuessAsync(thief, $"a wrong sentence {number}")));
        Assert.InRange(world.Accounts[Name].Attempts, 1, SignInDelay.Free + 1);
    }

    [Fact]
    public async Task While_the_account_waits_the_right_password_is_wrong_too_and_after_it_right()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var first = await world.SignedInAsync();
        using var stranger = await AtTheDoorAsync(world);
        for (var guess = 0; guess <= SignInDelay.Free; guess++)
            await GuessAsync(stranger, "a wrong long sentence");
        await GuessAsync(stranger, Password);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Response.StatusCode);
        clock.Advance(TimeSpan.FromSeconds(3));
        await GuessAsync(stranger, Password);
        Assert.Contains("name=\"code\"", stranger.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_in_with_this_browser_before_is_not_kept_out_by_who_guesses()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var owner = await world.SignedInAsync();
        await owner.SubmitAsync("/console/sign-out");
        world.Accounts.Change(Name, account => account with { Attempts = 5000, WaitUntil = clock.GetUtcNow() + SignInDelay.Longest });
        await world.SignInAsync(owner);
        Assert.False(owner.IsAtTheDoor);
        Assert.Contains("data-test=\"sign-out\"", owner.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_owners_browser_and_not_her_password_has_few_attempts_too()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock, signInsPerMinute: 100_000);
        using var browser = await world.SignedInAsync();
        await browser.SubmitAsync("/console/sign-out");
        world.Accounts.Change(Name, account => account with { Attempts = 5000, WaitUntil = clock.GetUtcNow() + SignInDelay.Longest });
        for (var guess = 0; guess < SignInDelay.Free; guess++)
            await GuessAsync(browser, $"a wrong sentence {guess}");
        await GuessAsync(browser, Password);
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Response.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_only_says_it_was_here_waits_like_all()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var first = await world.SignedInAsync();
        world.Accounts.Change(Name, account => account with { Attempts = 5000, WaitUntil = clock.GetUtcNow() + SignInDelay.Longest });
        using var thief = await AtTheDoorAsync(world);
        thief.SetCookie("rbc-known", world.Accounts[Name].Id.Value);
        await GuessAsync(thief, Password);
        Assert.Equal(HttpStatusCode.Unauthorized, thief.Response.StatusCode);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_by_who_has_the_password()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock, signInsPerMinute: 100_000);
        using var first = await world.SignedInAsync();
        using var thief = await AtTheDoorAsync(world);
        for (var guess = 0; guess < 100; guess++)
        {
            await GuessAsync(thief, Password);
            await thief.SubmitAsync("/console/sign-in/code", ("code", $"{guess:D6}"));
            await thief.GetAsync("/console/sign-in");
        }
        Assert.InRange(world.Accounts[Name].Attempts, 1, SignInDelay.Free + 2);
    }

    static async Task<ConsoleBrowser> AtTheDoorAsync(ConsoleWorld world)
    {
        var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync("/console/sign-in");
        return browser;
    }

    static Task GuessAsync(ConsoleBrowser browser, string password) => browser.SubmitAsync("/console/sign-in", ("name", Name), ("password", password));
}
