using System.Net;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Hardening;

public sealed class HeaderTests : IAsyncLifetime
{
    readonly HttpClient line = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    LiveBot bot = null!; // started before anything is asked

    public async Task InitializeAsync()
    {
        bot = await LiveBot.StartAsync("--Guard:Proxies=127.0.0.1", "--Telegram:Token=1:fake", "--Telegram:BaseUrl=http://127.0.0.1:1", "--Telegram:PublicUrl=https://chat.example.rw");
        line.BaseAddress = new Uri(bot.Url);
    }

    public async Task DisposeAsync()
    {
        line.Dispose();
        await bot.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/chat")]
    [InlineData("GET", "/chat/short/events")]
    [InlineData("GET", "/chat/session-of-headers/events")]
    [InlineData("POST", "/chat/session-of-headers/messages")]
    [InlineData("GET", "/chat/media/none/none.png")]
    [InlineData("GET", "/console/sign-in")]
    [InlineData("GET", "/console/rounds/X/export.csv")]
    [InlineData("GET", "/console/assets/console.css")]
    [InlineData("GET", "/console/first?token=x")]
    [InlineData("POST", "/console/sign-in")]
    [InlineData("POST", "/telegram/webhook")]
    [InlineData("PUT", "/telegram/webhook")]
    [InlineData("POST", "/desk")]
    [InlineData("POST", "/csp")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/no/such/page")]
    public async Task Every_answer_of_every_door_carries_the_headers(string method, string path)
    {
        using var answer = await AskAsync(method, path, "https");
        foreach (var (name, value) in new[]
        {
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
        })
            Assert.Equal((name, value), (name, Header(answer, name)));
        Assert.All(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"], rule => Assert.Contains(rule, Header(answer, "Content-Security-Policy"), StringComparison.Ordinal));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("", Header(answer, "Server"));
    }

    [Theory]
    [InlineData("/console/sign-in")]
    [InlineData("/console/rounds")]
    [InlineData("/console/no-such-page")]
    [InlineData("/chat/session-of-headers/events")]
    public async Task Nothing_of_a_person_is_kept_by_a_browser(string path)
    {
        using var answer = await AskAsync("GET", path);
        Assert.StartsWith("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_a_script_names_it_by_chance_of_its_own_and_allows_no_other()
    {
        var nonces = new List<string>();
        for (var visit = 0; visit < 3; visit++)
        {
            using var page = await AskAsync("GET", "/console/sign-in");
            var rules = Header(page, "Content-Security-Policy").Split("; ");
            nonces.Add(WebUtility.HtmlDecode((await page.Content.ReadAsStringAsync()).Split(" nonce=\"")[1].Split('"')[0]));
            Assert.Equal($"script-src 'nonce-{nonces[^1]}' 'strict-dynamic'", rules.Single(rule => rule.StartsWith("script-src", StringComparison.Ordinal)));
        }
        Assert.Equal(3, nonces.Distinct().Count());
        Assert.All(nonces, nonce => Assert.Equal(16, Convert.FromBase64String(nonce).Length));
    }

    [Theory]
    [InlineData("/console/no-such-page")]
    [InlineData("/console/first?token=x")]
    public async Task A_page_without_a_script_allows_none(string path)
    {
        using var page = await AskAsync("GET", path);
        Assert.Contains("; script-src 'none'", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_chat_may_ask_where_somebody_is()
    {
        using var chat = await AskAsync("GET", "/chat");
        using var console = await AskAsync("GET", "/console/sign-in");
        Assert.Contains("geolocation=(self)", Header(chat, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("geolocation=()", Header(console, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_does_not_bind_localhost_to_https()
    {
        using var answer = await AskAsync("GET", "/console/sign-in");
        Assert.Equal("", Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Over_https_cookies_are_of_this_host_alone()
    {
        using var page = await AskAsync("GET", "/console/sign-in", "https");
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-rbc-form=", cookie, StringComparison.Ordinal);
        Assert.All(["path=/;", "secure", "httponly", "samesite=strict"], word => Assert.Contains(word, cookie + ";", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("__Host-rbc-language=fr", "fr")]
    [InlineData("rbc-language=fr", "en")]
    [InlineData("rbc-language=rw; __Host-rbc-language=fr", "fr")]
    public async Task Over_https_a_cookie_without_the_prefix_is_not_heard(string cookie, string language)
    {
        using var page = await AskAsync("GET", "/console/sign-in", "https", ("Cookie", cookie), ("Accept-Language", "en"));
        Assert.Contains($"<html lang=\"{language}\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_http_cookies_keep_their_names_so_that_localhost_works()
    {
        using var page = await AskAsync("GET", "/console/sign-in");
        Assert.StartsWith("rbc-form=", Assert.Single(page.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task The_page_of_another_site_says_nothing_in_the_chat(string header, string value)
    {
        using var answer = await AskAsync("POST", "/chat/session-of-headers/messages", null, (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_forwarded_host_is_not_believed()
    {
        using var page = await AskAsync("GET", "/", "https", ("X-Forwarded-Host", "evil.example"));
        Assert.Equal((HttpStatusCode.Found, "/chat"), (page.StatusCode, page.Headers.Location?.ToString()));
        using var answer = await AskAsync("POST", "/chat/session-of-headers/messages", "https", ("X-Forwarded-Host", "evil.example"), ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    Task<HttpResponseMessage> AskAsync(string method, string path, string? scheme = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (scheme is not null)
            headers = [.. headers, ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", "203.0.113.7")];
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return line.SendAsync(request);
    }

    static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : "";
}
