using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Admin;
using RbcBot.Bot;
using RbcBot.Bot.Guarding;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Hardening;

/// <summary>What takes too long is given up: that every page says when, and that it is so.</summary>
public sealed class TimeOutTests
{
    static readonly TimeSpan Page = TimeSpan.FromSeconds(60), Export = TimeSpan.FromMinutes(15), Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Every_page_is_given_up_after_a_minute_and_an_export_after_a_quarter_of_an_hour()
    {
        await using var bot = await LiveBot.StartAsync();
        var doors = bot.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(door => door.RoutePattern.RawText?.Trim('/').StartsWith("console", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(doors);
        Assert.All(doors, door => Assert.Equal((door.DisplayName, IsExport(door) ? Export : Page), (door.DisplayName, door.Metadata.GetMetadata<RequestTimeoutPolicy>()?.Timeout)));
        Assert.Equal(2, doors.Count(IsExport));
    }

    [Fact]
    public async Task What_says_when_is_given_up_then()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new ConsoleOptions()).AddGuard(new GuardOptions());
        await using var app = builder.Build();
        app.UseGuard();
        app.MapGet("/never", (CancellationToken stop) => Task.Delay(Timeout.Infinite, stop)).WithRequestTimeout(TimeSpan.FromMilliseconds(100));
        await app.StartAsync();
        using var http = new HttpClient { Timeout = Patience };
        using var answer = await http.GetAsync(new Uri(Composition.LocalUrl(app) + "/never"));
        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    // The answers of a round, under pseudonyms and with names.
    static bool IsExport(RouteEndpoint door) => door.RoutePattern.RawText!.Contains("export.", StringComparison.Ordinal) || door.RoutePattern.RawText.EndsWith("/named", StringComparison.Ordinal);
}
