using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Admin.SignIn;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Given.ConsoleWorld;

namespace RbcBot.Tests.Admin.SignIn;

public sealed class StayTests
{
    // Data protection knows only the machine's clock: what it signs for some minutes must not be over for it.
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2100, 3, 8, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_id_that_somebody_else_set_is_never_signed_in()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        using var thief = new ConsoleBrowser(world.Url);
        await thief.GetAsync("/console/sign-in");
        await thief.SubmitAsync("/console/sign-in", ("name", Name), ("password", Password));
        var planted = thief.StayId;
        using var victim = new ConsoleBrowser(world.Url) { StayId = planted };
        await world.SignInAsync(victim);
        Assert.NotEqual(planted, victim.StayId);
        await thief.GetAsync("/console");
        Assert.True(thief.IsAtTheDoor);
        Assert.False(victim.IsAtTheDoor);
    }

    [Fact]
    public async Task Who_is_in_and_signs_in_again_gets_a_new_id_and_the_old_one_is_over()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        using var copy = new ConsoleBrowser(world.Url) { StayId = browser.StayId };
        await world.SignInAsync(browser);
        await copy.GetAsync("/console");
        Assert.True(copy.IsAtTheDoor);
    }

    [Fact]
    public async Task Signing_out_ends_the_stay_for_every_copy_of_its_cookie()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        using var copy = new ConsoleBrowser(world.Url) { StayId = browser.StayId };
        await browser.PostAsync("/console/sign-out");
        Assert.Equal("\"cache\"", Assert.Single(browser.Response.Headers.GetValues("Clear-Site-Data")));
        await copy.GetAsync("/console");
        Assert.True(copy.IsAtTheDoor);
    }

    [Fact]
    public async Task The_store_holds_only_a_hash_of_the_id()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        Assert.Equal(64, browser.StayId?.Length);
        Assert.DoesNotContain(world.Accounts.Stays, stay => stay.ToString().Contains(browser.StayId ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task Who_does_nothing_for_half_an_hour_signs_in_again(int minutes, bool isOver)
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var browser = await world.SignedInAsync();
        clock.Advance(TimeSpan.FromMinutes(minutes));
        await browser.GetAsync("/console");
        Assert.Equal(isOver, browser.IsAtTheDoor);
    }

    [Fact]
    public async Task After_twelve_hours_one_signs_in_again_in_any_case()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var browser = await world.SignedInAsync();
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            await browser.GetAsync("/console");
            Assert.False(browser.IsAtTheDoor);
            clock.Advance(TimeSpan.FromMinutes(20));
        }
        await browser.GetAsync("/console");
        Assert.True(browser.IsAtTheDoor);
    }

    [Fact]
    public async Task A_page_costs_one_read_of_the_store_or_none()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var browser = await world.SignedInAsync();
        var before = world.Accounts.Reads;
        for (var page = 0; page < 10; page++)
            await browser.GetAsync("/console/rounds");
        Assert.Equal(0, world.Accounts.Reads - before);
        clock.Advance(Stays.Believed);
        await browser.GetAsync("/console/rounds");
        Assert.Equal(1, world.Accounts.Reads - before);
    }

    [Fact]
    public async Task What_another_node_changed_counts_here_within_ten_seconds()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var browser = await world.SignedInAsync();
        world.Accounts.Change(Name, account => account with { DisabledAt = clock.GetUtcNow() });
        clock.Advance(Stays.Believed);
        await browser.GetAsync("/console");
        Assert.True(browser.IsAtTheDoor);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_not_this_one()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        using var other = await world.SignInAsync();
        await browser.GetAsync("/console/account");
        await browser.SubmitAsync("/console/account/password", ("current", Password), ("password", "another long sentence"), ("again", "another long sentence"));
        Assert.Contains("It is changed.", browser.Html, StringComparison.Ordinal);
        await other.GetAsync("/console");
        Assert.True(other.IsAtTheDoor);
    }

    [Fact]
    public async Task Ones_own_other_session_can_be_ended()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        using var other = await world.SignInAsync();
        await browser.GetAsync("/console/account");
        await browser.SubmitAsync("/console/account/stays/end", ("key", world.Accounts.Stays[^1].Key));
        await other.GetAsync("/console");
        Assert.True(other.IsAtTheDoor);
        Assert.Contains("session.revoked", world.Audit.Acts);
    }

    [Fact]
    public async Task Somebody_elses_session_cannot()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        var key = world.Accounts.Stays[^1].Key;
        using var coach = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        await coach.GetAsync("/console/account");
        await coach.SubmitAsync("/console/account/stays/end", ("key", key));
        await administrator.GetAsync("/console");
        Assert.False(administrator.IsAtTheDoor);
    }

    [Fact]
    public void By_HTTPS_the_cookie_is_for_this_host_alone()
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "https";
        StayCookie.Write(http, new string('a', 64));
        Assert.Equal($"__Host-rbc-console={new string('a', 64)}; path=/; secure; samesite=strict; httponly", http.Response.Headers.SetCookie.ToString());
    }
}
