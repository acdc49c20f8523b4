using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using RbcBot.Admin.Shared;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Hardening;

/// <summary>Oversized, slow and many requests.</summary>
public sealed class LimitTests
{
    const string Secret = "hook-secret-of-limits";

    [Theory]
    [InlineData("/console/sign-in", 300_000)]
    [InlineData("/console/language", 300_000)]
    public async Task A_form_that_is_too_large_gets_a_page_that_says_so(string path, int bytes)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/rounds");
        await browser.SubmitAsync(path, ("name", new string('x', bytes)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, browser.Response.StatusCode);
        Assert.Contains("too large", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_thousand_and_more_fields_is_refused()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/rounds");
        await browser.SubmitAsync("/console/language", [.. Enumerable.Range(0, 2000).Select(index => ($"f{index}", "x"))]);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData("/csp", 20_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/telegram/webhook", 2_000_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/chat/session-of-limits/messages", 300_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Other_doors_read_no_further_than_they_must(string path, int bytes, HttpStatusCode status)
    {
        await using var bot = await BotAsync();
        Assert.Equal(status, await PostAsync(bot.Url + path, new string('x', bytes)));
    }

    [Theory]
    [InlineData("""{"id":"1","text":"a","text":"b"}""")]
    [InlineData("""{"id":"1","id":"2","text":"b"}""")]
    [InlineData("""{"id":"1","text":"a","more":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""")]
    public async Task A_message_that_could_be_read_in_two_ways_or_is_deep_is_refused(string body)
    {
        await using var bot = await BotAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot.Url + "/chat/session-of-limits/messages", body));
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var bot = await BotAsync();
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await PostAsync(bot.Url + "/csp", "x", ("X-Long", new string('x', 20_000))));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await PostAsync(bot.Url + "/csp", "x", [.. Enumerable.Range(0, 100).Select(index => ($"X-{index}", "x"))]));
    }

    [Theory]
    [InlineData("/telegram/webhook")]
    [InlineData("/chat/session-of-limits/messages")]
    public async Task Who_sends_a_byte_and_waits_is_hung_up_on(string path)
    {
        await using var bot = await BotAsync();
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, new Uri(bot.Url).Port);
        await using var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: {Secret}\r\nContent-Length: 5000\r\n\r\n{{"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 408", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_ends_her_headers_is_hung_up_on()
    {
        await using var bot = await BotAsync();
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, new Uri(bot.Url).Port);
        await using var stream = slow.GetStream();
        await stream.WriteAsync("GET /chat HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray());
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 408", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(40)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_that_posts_too_often_is_asked_to_wait_and_others_are_not()
    {
        await using var bot = await BotAsync("--Guard:ChatPerSecond=1", "--Guard:WebhooksPerSecond=1", "--Guard:Proxies=127.0.0.1");
        foreach (var (path, burst) in new[] { ("/chat/session-of-limits/messages", 3), ("/telegram/webhook", 2) })
        {
            var one = await ManyAsync(bot.Url + path, burst + 5, "203.0.113.9");
            Assert.Contains(HttpStatusCode.TooManyRequests, one.Skip(burst));
            Assert.DoesNotContain(HttpStatusCode.TooManyRequests, one.Take(burst));
            Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await ManyAsync(bot.Url + path, 1, "203.0.113.10"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/my-data.html")]
    [InlineData("/my-data.json")]
    public async Task One_address_that_tries_links_to_somebodys_data_is_asked_to_wait_and_others_are_not(string file)
    {
        const int Burst = 10;
        await using var bot = await BotAsync("--Guard:Proxies=127.0.0.1");
        using var http = new HttpClient();
        var one = new List<HttpStatusCode>();
        for (var time = 0; time < 3 * Burst; time++)
            one.Add(await TryAsync("203.0.113.9"));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, one.Take(Burst));
        Assert.Contains(HttpStatusCode.TooManyRequests, one.Skip(Burst));
        Assert.Equal(HttpStatusCode.NotFound, await TryAsync("203.0.113.10"));

        async Task<HttpStatusCode> TryAsync(string from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{bot.Url}/my-data/nobodys{file}");
            request.Headers.Add("X-Forwarded-For", from);
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task An_address_that_somebody_claims_is_not_believed_from_whoever_is_no_proxy()
    {
        await using var bot = await BotAsync("--Guard:ChatPerSecond=1");
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await ManyAsync(bot.Url + "/chat/session-of-limits/messages", 10, "203.0.113.9"));
    }

    [Fact]
    public async Task The_fourth_export_of_one_file_in_an_hour_has_to_wait()
    {
        await using var world = await ConsoleWorld.StartAsync(exportsPerHour: 3);
        ConsoleForm.Open(world, ConsoleForm.Session("p1", isSubmitted: true, ("/data/full_name", "Aline")));
        using var browser = await world.SignedInAsync();
        var statuses = new List<HttpStatusCode>();
        foreach (var format in (string[])["csv", "csv", "csv", "csv", "json"])
        {
            await browser.GetAsync($"/console/rounds/{ConsoleForm.Code}/export.{format}");
            statuses.Add(browser.Response.StatusCode);
        }
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task What_no_door_limits_the_server_does()
    {
        await using var bot = await BotAsync("--Guard:Connections=150");
        var limits = bot.Get<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal((150L, BodyLimit.Form.Bytes, 240d, 240d), (limits.MaxConcurrentConnections, limits.MaxRequestBodySize, limits.MinRequestBodyDataRate?.BytesPerSecond, limits.MinResponseDataRate?.BytesPerSecond));
        var form = bot.Get<IOptions<FormOptions>>().Value;
        Assert.Equal((1024, 512, 262_144, 4096, BodyLimit.Upload.Bytes), (form.ValueCountLimit, form.KeyLengthLimit, form.ValueLengthLimit, form.MultipartHeadersLengthLimit, form.MultipartBodyLengthLimit));
    }

    [Fact]
    public void A_form_takes_10_MB_and_all_else_256_KB() =>
        Assert.Equal((11_534_336L, 262_144L), (BodyLimit.Upload.Bytes, BodyLimit.Form.Bytes));

    static Task<LiveBot> BotAsync(params string[] settings) => LiveBot.StartAsync(
        ["--Telegram:Token=1:fake", "--Telegram:BaseUrl=http://127.0.0.1:1", "--Telegram:PublicUrl=https://chat.example.rw", $"--Telegram:WebhookSecret={Secret}", .. settings]);

    static async Task<List<HttpStatusCode>> ManyAsync(string url, int times, string from)
    {
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < times; time++)
            statuses.Add(await PostAsync(url, string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{time}}"}"""), ("X-Forwarded-For", from)));
        return statuses;
    }

    static async Task<HttpStatusCode> PostAsync(string url, string body, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
