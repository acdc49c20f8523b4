using System.Net;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Given.ConsoleWorld;

namespace RbcBot.Tests.Admin.SignIn;

public sealed class AccountPagesTests
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2100, 3, 8, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Other_roles_end_every_session_at_once()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var aline = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        await ActAsync(world, administrator, "roles", ("role", "Analyst"));
        await aline.GetAsync("/console");
        Assert.True(aline.IsAtTheDoor);
        Assert.Equal([Role.Analyst], world.Accounts["Aline"].Roles);
        Assert.Contains("account.roles", world.Audit.Acts);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("stays/end")]
    public async Task An_administrator_ends_the_sessions_of_somebody(string act)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var aline = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        await ActAsync(world, administrator, act);
        await aline.GetAsync("/console");
        Assert.True(aline.IsAtTheDoor);
    }

    [Fact]
    public async Task Who_is_disabled_cannot_sign_in_and_who_is_enabled_again_can()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var aline = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        await ActAsync(world, administrator, "disable");
        await SignInAsync(aline);
        Assert.Equal(HttpStatusCode.Unauthorized, aline.Response.StatusCode);
        await ActAsync(world, administrator, "enable");
        await SignInAsync(aline);
        Assert.Contains("data-test=\"sign-out\"", aline.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("roles")]
    public async Task One_administrator_is_always_left(string act)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        await ActAsync(world, administrator, act, Name, ("role", "Coach"));
        Assert.Equal(HttpStatusCode.BadRequest, administrator.Response.StatusCode);
        Assert.True(world.Accounts[Name] is { Roles: [Role.Administrator, ..], DisabledAt: null });
    }

    [Fact]
    public async Task Roles_are_changed_only_by_who_proved_who_she_is_within_five_minutes()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var administrator = await world.SignedInAsync();
        using var aline = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        clock.Advance(TimeSpan.FromMinutes(6));
        await ActAsync(world, administrator, "roles", ("role", "Analyst"));
        Assert.Equal(HttpStatusCode.Forbidden, administrator.Response.StatusCode);
        Assert.Contains("name=\"role\" value=\"Analyst\"", administrator.Html, StringComparison.Ordinal);
        Assert.Equal([Role.Coach], world.Accounts["Aline"].Roles);
    }

    [Theory]
    [InlineData(Password, true, true)]
    [InlineData(Password, false, false)]
    [InlineData("a wrong long sentence", true, false)]
    public async Task A_proof_is_password_and_second_factor_and_the_act_is_done_with_it(string password, bool isCode, bool isDone)
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var administrator = await world.SignedInAsync();
        using var aline = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        clock.Advance(TimeSpan.FromMinutes(6));
        var code = isCode ? world.Phone.NextCode() : "000000";
        await ActAsync(world, administrator, "roles", ("role", "Analyst"), ("proof-password", password), ("proof-code", code));
        Assert.Equal([isDone ? Role.Analyst : Role.Coach], world.Accounts["Aline"].Roles);
        Assert.Equal(isDone, !world.Audit.Acts.Contains("proof.refused"));
    }

    [Theory]
    [InlineData("rw")]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_pages_of_accounts_open_in_every_language(string language)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var aline = await world.InvitedAsync(administrator, "Aline", Role.Coach);
        administrator.Language = language;
        foreach (var path in new[] { "/account", "/accounts", "/accounts/" + world.Accounts["Aline"].Id.Value, "/sign-in", "/sign-in/enrol" })
        {
            Assert.Contains($"<html lang=\"{language}\">", await administrator.GetAsync("/console" + path), StringComparison.Ordinal);
            Assert.DoesNotMatch("[{][a-z]+[}]", administrator.Html);
        }
    }

    static async Task SignInAsync(ConsoleBrowser browser)
    {
        await browser.GetAsync("/console/sign-in");
        await browser.SubmitAsync("/console/sign-in", ("name", "Aline"), ("password", Password));
    }

    static Task ActAsync(ConsoleWorld world, ConsoleBrowser administrator, string act, params (string, string)[] fields) => ActAsync(world, administrator, act, "Aline", fields);

    static async Task ActAsync(ConsoleWorld world, ConsoleBrowser administrator, string act, string name, params (string, string)[] fields)
    {
        var path = "/console/accounts/" + world.Accounts[name].Id.Value;
        await administrator.GetAsync(path);
        await administrator.SubmitAsync($"{path}/{act}", fields);
    }
}
