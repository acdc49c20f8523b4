using System.Net;
using System.Text.RegularExpressions;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Given.ConsoleWorld;

namespace RbcBot.Tests.Admin.SignIn;

public sealed partial class SecondFactorTests
{
    [Theory]
    [InlineData("/console")]
    [InlineData("/console/account")]
    [InlineData("/console/accounts")]
    [InlineData("/console/sign-in/enrol")]
    public async Task A_right_password_alone_opens_nothing(string path)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        using var thief = await HalfwayAsync(world);
        await thief.GetAsync(path);
        Assert.True(thief.IsAtTheDoor);
    }

    [Fact]
    public async Task A_code_that_was_used_is_refused()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        var code = world.Phone.NextCode();
        using var owner = await HalfwayAsync(world);
        await owner.SubmitAsync("/console/sign-in/code", ("code", code));
        using var thief = await HalfwayAsync(world);
        await thief.SubmitAsync("/console/sign-in/code", ("code", code));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (owner.Response.StatusCode, thief.Response.StatusCode));
    }

    [Fact]
    public async Task Of_many_who_bring_the_same_code_at_once_one_comes_in()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        var code = world.Phone.NextCode();
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => HalfwayAsync(world)));
        await Task.WhenAll(all.Select(browser => browser.SubmitAsync("/console/sign-in/code", ("code", code))));
        Assert.Single(all, browser => browser.Response.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Codes_count_with_passwords_among_what_one_address_may_try_in_a_minute()
    {
        await using var world = await ConsoleWorld.StartAsync(signInsPerMinute: 5);
        using var first = await world.SignedInAsync();
        using var thief = await HalfwayAsync(world);
        for (var attempt = 0; attempt < 5; attempt++)
            await thief.SubmitAsync("/console/sign-in/code", ("code", "000000"));
        Assert.Equal(HttpStatusCode.TooManyRequests, thief.Response.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.FirstAsync();
        await first.SubmitAsync("/console/sign-in/enrol", ("code", world.Phone.Scan(first.Html).NextCode()));
        var codes = Code().Matches(first.Html).Select(match => match.Value).ToList();
        using var owner = await HalfwayAsync(world);
        await owner.SubmitAsync("/console/sign-in/code", ("code", codes[3].ToLowerInvariant()));
        using var thief = await HalfwayAsync(world);
        await thief.SubmitAsync("/console/sign-in/code", ("code", codes[3]));
        Assert.Equal((10, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (codes.Count, owner.Response.StatusCode, thief.Response.StatusCode));
        Assert.DoesNotContain(world.Accounts[Name].RecoveryCodes, codes.Contains);
    }

    [Theory]
    [InlineData(Role.Coach, false)]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Committee, true)]
    [InlineData(Role.ValidatorRbc, true)]
    [InlineData(Role.ValidatorEudif, true)]
    [InlineData(Role.Administrator, true)]
    public async Task Who_decides_something_is_made_to_set_one_up(Role role, bool isMade)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var administrator = await world.SignedInAsync();
        using var invited = await world.InvitedAsync(administrator, "Aline", role);
        Assert.Equal(isMade, invited.Html.Contains("data-test=\"secret\"", StringComparison.Ordinal));
        await invited.GetAsync("/console");
        Assert.Equal(isMade, invited.IsAtTheDoor);
    }

    [Fact]
    public async Task Secret_and_codes_do_not_stand_in_the_store()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.FirstAsync();
        var secret = Secret().Match(first.Html).Groups[1].Value;
        await first.SubmitAsync("/console/sign-in/enrol", ("code", world.Phone.Scan(first.Html).NextCode()));
        Assert.Equal(32, secret.Length);
        Assert.DoesNotContain(secret, world.Accounts[Name].TotpSecret ?? "", StringComparison.Ordinal);
        Assert.True(Convert.FromBase64String(world.Accounts[Name].TotpSecret ?? "").Length > Totp.SecretBytes * 2);
    }

    [Fact]
    public async Task The_last_factor_of_a_role_that_asks_for_one_cannot_be_removed()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/account");
        await browser.SubmitAsync("/console/account/app/remove", ("sure", "yes"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.NotNull(world.Accounts[Name].TotpSecret);
    }

    [Fact]
    public async Task What_happens_at_the_door_is_noted()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var first = await world.SignedInAsync();
        using var browser = await HalfwayAsync(world);
        await browser.SubmitAsync("/console/sign-in/code", ("code", "000000"));
        await browser.SubmitAsync("/console/sign-in", ("name", "nobody"), ("password", "x"));
        Assert.Equal(["factor.changed", "sign-in.passed", "sign-in.refused", "sign-in.refused"], world.Audit.Acts);
        Assert.Equal(("nobody", 0), (world.Audit.Entries.Last().Actor, world.Audit.Entries.Last().Roles.Count));
    }

    static async Task<ConsoleBrowser> HalfwayAsync(ConsoleWorld world)
    {
        var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync("/console/sign-in");
        await browser.SubmitAsync("/console/sign-in", ("name", Name), ("password", Password));
        return browser;
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Code();

    [GeneratedRegex("data-test=\"secret\">([A-Z2-7]+)<")]
    private static partial Regex Secret();
}
