using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Admin.Rights;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rights;

/// <summary>Every address of the whole bot: it asks for one right, or stands on the list of those that need none.</summary>
public sealed class EndpointTests
{
    /// <summary>What is open to everybody: each has a door of its own, or nothing to guard.</summary>
    static readonly HashSet<string> Open =
    [
        "GET /", "POST /csp", "GET /health/live", "GET /health/ready", "POST /desk",
        "GET /chat", "POST /chat/{session}/messages", "POST /chat/{session}/files", "GET /chat/media/{version}/{file}", "GET /chat/{session}/events",
        "GET /my-data/{secret}", "GET /my-data/{secret}/my-data.html", "GET /my-data/{secret}/my-data.json",
        "POST /telegram/webhook", "GET /meta/webhook", "POST /meta/webhook", "POST /twilio/messages", "POST /twilio/status",
        "POST /africastalking/{secret}/sms", "POST /africastalking/{secret}/delivery", "POST /africastalking/{secret}/ussd",
        "GET /console/assets/console.css", "GET /console/assets/report.css", "POST /console/language",
        "GET /console/sign-in", "POST /console/sign-in", "POST /console/sign-out", "GET /console/first", "POST /console/first",
        "GET /console/sign-in/code", "POST /console/sign-in/code", "POST /console/sign-in/passkey", "GET /console/sign-in/enrol", "POST /console/sign-in/enrol", "POST /console/sign-in/enrol/passkey",
        "GET /console/invitation", "POST /console/invitation", "GET /console/assets/passkey.js", "GET /console/assets/progress.js",
    ];

    [Fact]
    public async Task Every_endpoint_asks_for_exactly_one_right_or_is_on_the_list()
    {
        await using var bot = await BotAsync();
        var wrong = All(bot).Where(one => !IsRight(one.Endpoint, one.Address)).Select(one => one.Address);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task What_is_on_the_list_is_there()
    {
        await using var bot = await BotAsync();
        var there = All(bot).Where(one => one.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(one => one.Address).ToHashSet();
        Assert.Empty(Open.Where(address => address.Contains("/console", StringComparison.Ordinal) || address.Contains("/chat", StringComparison.Ordinal) || address.Contains("/health", StringComparison.Ordinal)).Except(there));
    }

    [Fact]
    public async Task What_names_no_right_is_denied_even_to_who_has_every_role()
    {
        await using var bot = await BotAsync();
        var policy = await bot.Get<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var everybody = new ClaimsPrincipal(new ClaimsIdentity(Enum.GetNames<Role>().Select(role => new Claim(ClaimTypes.Role, role)), "test"));
        using var scope = bot.Get<IServiceScopeFactory>().CreateScope();
        Assert.NotNull(policy);
        Assert.False((await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(everybody, policy)).Succeeded);
    }

    // Accounts note what is done to them themselves; a rehearsal changes nothing.
    [Fact]
    public async Task Every_post_of_the_console_is_noted()
    {
        await using var bot = await BotAsync();
        var silent = All(bot).Where(one => one.Address.StartsWith("POST ", StringComparison.Ordinal)
            && one.Endpoint.Metadata.GetMetadata<Needs>() is { Act.Length: 0, Right: not (Right.Enter or Right.Rehearse or Right.OwnAccount or Right.KeepAccounts) }).Select(one => one.Address);
        Assert.Empty(silent);
    }

    [Fact]
    public async Task What_shows_single_people_is_noted()
    {
        await using var bot = await BotAsync();
        var silent = All(bot).Where(one => one.Endpoint.Metadata.GetMetadata<Needs>() is
        {
            Act.Length: 0, Right: Right.SeeAnswers or Right.ExportAnswers or Right.SeeFiles or Right.SeePeople or Right.JoinPeople or Right.ErasePeople or Right.SeeApplications or Right.SeeAudit,
        }).Select(one => one.Address);
        Assert.Empty(silent);
    }

    static bool IsRight(RouteEndpoint endpoint, string address)
    {
        var (needs, all, isOpen) = (endpoint.Metadata.OfType<Needs>().Count(), endpoint.Metadata.OfType<IAuthorizeData>().Count(), endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);
        return Open.Contains(address) ? isOpen && all == 0 : needs == 1 && all == 1 && !isOpen;
    }

    static Task<LiveBot> BotAsync() => LiveBot.StartAsync();

    static IEnumerable<(string Address, RouteEndpoint Endpoint)> All(LiveBot bot) =>
        from endpoint in bot.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select ($"{method} /{endpoint.RoutePattern.RawText?.Trim('/')}", endpoint);
}
