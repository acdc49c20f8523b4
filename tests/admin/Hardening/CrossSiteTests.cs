using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Hardening;

public sealed class CrossSiteTests
{
    [Fact]
    public async Task Every_post_of_the_console_wants_the_token_of_a_form()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedInAsync(world);
        var posts = Doors(world, "POST");
        Assert.True(posts.Count > 10, "The doors of the console were not found.");
        foreach (var door in posts)
            Assert.Equal((door, HttpStatusCode.BadRequest), (door, await PostAsync(browser, door, token: null)));
        Assert.Equal(Before, After(world));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Every_post_of_the_console_refuses_the_page_of_another_site_even_with_the_token(string header, string value)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedInAsync(world);
        await browser.GetAsync("/console/rounds");
        foreach (var door in Doors(world, "POST"))
            Assert.Equal((door, HttpStatusCode.Forbidden), (door, await PostAsync(browser, door, browser.Token, (header, value))));
        Assert.Equal(Before, After(world));
    }

    [Fact]
    public async Task No_get_of_the_console_changes_anything()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedInAsync(world);
        foreach (var door in Doors(world, "GET"))
        {
            await browser.GetAsync(door);
            Assert.True((int)browser.Response.StatusCode < 500, door);
            await browser.GetAsync(door + "?do=open&replace=yes&code=GUIDE-X&reason=x&confirm=yes&what=undo&to=%2Fconsole&language=fr&opened=1&moved=1");
        }
        Assert.Equal(Before, After(world));
    }

    [Fact]
    public async Task No_door_of_the_console_sends_anybody_elsewhere()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await SignedInAsync(world);
        await browser.GetAsync("/console/rounds");
        foreach (var door in Doors(world, "POST").Where(door => !door.EndsWith("/sign-out", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new FormUrlEncodedContent(Elsewhither(browser.Token)) };
            using var answer = await browser.SendAsync(request);
            Assert.StartsWith("/console", answer.Headers.Location?.OriginalString ?? "/console", StringComparison.Ordinal);
        }
        Assert.DoesNotContain("value=\"//evil.example", await browser.GetAsync("/console/sign-in?to=//evil.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_door_of_the_console_takes_one_method_only()
    {
        await using var world = await ConsoleWorld.StartAsync();
        var all = world.Doors.Where(door => door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not [_]).Select(door => door.RoutePattern.RawText);
        Assert.Equal(["/console/{**path}"], all);
    }

    [Theory]
    [InlineData("POST", "same-origin", "", false)]
    [InlineData("POST", "none", "", false)]
    [InlineData("POST", "cross-site", "", true)]
    [InlineData("POST", "same-site", "", true)]
    [InlineData("POST", "cross-site", "https://chat.example.rw", true)]
    [InlineData("POST", "", "", false)]
    [InlineData("POST", "", "null", false)]
    [InlineData("POST", "", "https://chat.example.rw", false)]
    [InlineData("POST", "", "http://CHAT.example.rw:80", false)]
    [InlineData("POST", "", "https://public.example.rw", false)]
    [InlineData("POST", "", "https://public.example.rw:8443", true)]
    [InlineData("POST", "", "https://chat.example.rw.evil.example", true)]
    [InlineData("POST", "", "https://evil.example/chat.example.rw", true)]
    [InlineData("POST", "", "nonsense", true)]
    [InlineData("DELETE", "cross-site", "", true)]
    [InlineData("GET", "cross-site", "https://evil.example", false)]
    public void Who_sends_is_told_by_what_no_script_can_set(string method, string site, string origin, bool isElsewhere)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Host) = (method, new HostString("chat.example.rw"));
        if (site.Length > 0)
            request.Headers["Sec-Fetch-Site"] = site;
        if (origin.Length > 0)
            request.Headers.Origin = origin;
        Assert.Equal(isElsewhere, Elsewhere.Sent(request, "https://public.example.rw"));
    }

    const string Before = "1 open, 0 selections, 0 said, 0 enrolled";

    static string After(ConsoleWorld world) =>
        $"{world.Rounds.Rounds.Count(round => round.IsOpen)} open, {world.Selections.Runs.Count} selections, {world.Inbox.Accepted.Count} said, {world.People.Enrolments.Count} enrolled";

    static async Task<ConsoleBrowser> SignedInAsync(ConsoleWorld world)
    {
        ConsoleForm.Open(world, ConsoleForm.Session("p1", isSubmitted: true, ("/data/full_name", "Aline")));
        return await world.SignedInAsync();
    }

    /// <summary>The addresses of the doors, filled in with what is there; signing out would end the visit.</summary>
    static List<string> Doors(ConsoleWorld world, string method) =>
        [.. world.Doors.Where(door => door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(door => "/" + (door.RoutePattern.RawText ?? "").TrimStart('/')
                .Replace("{code}", ConsoleForm.Code, StringComparison.Ordinal).Replace("{session}", "p1-1", StringComparison.Ordinal).Replace("{person}", "p1", StringComparison.Ordinal)
                .Replace("{format}", "csv", StringComparison.Ordinal).Replace("{version}", ConsoleForm.Form.Version, StringComparison.Ordinal).Replace("{module}", "m1", StringComparison.Ordinal)
                .Replace("{id}", "1", StringComparison.Ordinal).Replace("{name}", "a.jpg", StringComparison.Ordinal))];

    static Dictionary<string, string> Elsewhither(string token) => new()
    {
        ["__RequestVerificationToken"] = token,
        ["to"] = "//evil.example/",
        ["language"] = "fr",
    };

    static async Task<HttpStatusCode> PostAsync(ConsoleBrowser browser, string door, string? token, params (string Name, string Value)[] headers)
    {
        var fields = new Dictionary<string, string> { ["do"] = "open", ["reason"] = "because", ["confirm"] = "yes", ["language"] = "fr" };
        if (token is not null)
            fields["__RequestVerificationToken"] = token;
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }
}
