using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Admin.Shared;
using RbcBot.Tests.Admin.Rights;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.SignIn;

/// <summary>Which acts ask anew who it is: all posts of the console are tried, those below and no others ask.</summary>
public sealed class ProofTests
{
    static readonly string[] Dangerous =
    [
        "/console/account/app/remove", "/console/account/codes", "/console/account/passkeys/remove",
        "/console/accounts/invite", "/console/accounts/withdraw", "/console/accounts/{id}/disable", "/console/accounts/{id}/enable", "/console/accounts/{id}/renew", "/console/accounts/{id}/roles",
        "/console/people/{person}/erase", "/console/people/{person}/merge", "/console/people/{person}/split", "/console/privacy/breaches/{id}/tell", "/console/proof", "/console/rounds/{code}/named",
        "/console/sign-in/enrol", "/console/sign-in/enrol/passkey",
    ];

    // Data protection knows only the machine's clock: what it signs for some minutes must not be over for it.
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2100, 3, 8, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Dangerous_acts_ask_who_it_is_once_five_minutes_are_over()
    {
        await using var world = await ConsoleWorld.StartAsync(clock: clock);
        using var browser = await world.SignedInAsync();
        clock.Advance(TimeSpan.FromMinutes(6));
        await browser.GetAsync("/console/account");
        var asking = new List<string>();
        // Signing out would end the tour.
        foreach (var door in world.Doors.Where(door => IsPost(door) && !door.RoutePattern.RawText!.EndsWith("/sign-out", StringComparison.Ordinal)))
            if (await browser.AskAsync("POST", FullConsole.AddressOf(door), (SureGuard.Field, "yes")) == HttpStatusCode.Forbidden && browser.Html.Contains("name=\"proof-password\"", StringComparison.Ordinal))
                asking.Add("/" + door.RoutePattern.RawText!.Trim('/'));
        Assert.Equal(Dangerous, asking.Order(StringComparer.Ordinal));
    }

    static bool IsPost(RouteEndpoint door) => door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true;
}
