using System.Net;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Given.ConsoleWorld;

namespace RbcBot.Tests.Admin.SignIn;

public sealed class InvitationTests
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2100, 3, 8, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Who_is_invited_has_the_roles_she_was_invited_for()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var aline = await world.InvitedAsync(administrator, "Aline", Role.Coach, Role.Analyst);
        Assert.Equal([Role.Coach, Role.Analyst], world.Accounts["Aline"].Roles);
        Assert.Equal(Name, world.Accounts["Aline"].InvitedBy);
        Assert.Contains("data-test=\"sign-out\"", aline.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("room-accounts", aline.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_good_once()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        var token = await InviteAsync(administrator);
        using var first = await world.TakeAsync(token);
        using var second = await world.TakeAsync(token);
        Assert.Equal((HttpStatusCode.Gone, 2), (second.Response.StatusCode, world.Accounts.Accounts.Count));
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_is_over()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        var token = await InviteAsync(administrator);
        await administrator.GetAsync("/console/accounts");
        await administrator.SubmitAsync("/console/accounts/withdraw", ("hash", world.Accounts.Invitations.Single().Hash));
        using var aline = await world.TakeAsync(token);
        Assert.Equal((HttpStatusCode.Gone, 1), (aline.Response.StatusCode, world.Accounts.Accounts.Count));
    }

    [Fact]
    public async Task Looking_at_the_page_does_not_use_it_up()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        var token = await InviteAsync(administrator);
        await administrator.GetAsync("/console/invitation?token=" + token);
        using var aline = await world.TakeAsync(token);
        Assert.Equal(2, world.Accounts.Accounts.Count);
    }

    [Theory]
    [InlineData(23, 2)]
    [InlineData(24, 1)]
    public async Task A_link_is_good_for_a_day(int hours, int accounts)
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var administrator = await world.SignedInAsync();
        var token = await InviteAsync(administrator);
        clock.Advance(TimeSpan.FromHours(hours));
        using var aline = await world.TakeAsync(token);
        Assert.Equal(accounts, world.Accounts.Accounts.Count);
    }

    [Fact]
    public async Task The_store_holds_only_a_hash_of_the_link()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        var token = await InviteAsync(administrator);
        Assert.DoesNotContain(token, world.Accounts.Invitations.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_invites()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var coach = await world.InvitedAsync(administrator, "Aline", Role.Coach, Role.ProgrammeOfficer, Role.Auditor);
        await coach.SubmitAsync("/console/accounts/invite", ("name", "Mallory"), ("role", "Administrator"));
        Assert.Equal((HttpStatusCode.Forbidden, 0), (coach.Response.StatusCode, world.Accounts.Invitations.Count));
    }

    [Fact]
    public async Task Who_lost_password_and_phone_begins_anew_with_the_roles_she_had()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var odile = await world.InvitedAsync(administrator, "Odile", Role.Committee);
        await odile.SubmitAsync("/console/sign-in/enrol", ("code", new AuthenticatorApp(TimeProvider.System).Scan(odile.Html).NextCode()));
        var id = world.Accounts["Odile"].Id.Value;
        await administrator.GetAsync("/console/accounts/" + id);
        await administrator.SubmitAsync($"/console/accounts/{id}/renew");
        using var again = await world.TakeAsync(InvitationIn(administrator.Html));
        Assert.Contains("data-test=\"secret\"", again.Html, StringComparison.Ordinal);
        await odile.GetAsync("/console");
        Assert.True(odile.IsAtTheDoor);
        Assert.Equal((2, null), (world.Accounts.Accounts.Count, world.Accounts["Odile"].TotpSecret));
    }

    static async Task<string> InviteAsync(ConsoleBrowser administrator)
    {
        await administrator.GetAsync("/console/accounts");
        await administrator.SubmitAsync("/console/accounts/invite", ("name", "Aline"), ("role", "Coach"));
        return InvitationIn(administrator.Html);
    }
}
