using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using RbcBot.Tests.Admin.Rounds;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Hardening;

/// <summary>Hostile texts through chat, forms, addresses and uploads. RBCBOT_HOSTILE says how many; 10,000 is the bar.</summary>
public sealed class HostileTextTests
{
    const int Seed = 20261127, OfSession = 20;

    static readonly int Texts = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_HOSTILE") ?? "1500", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Hostile_texts_through_the_chat_are_words_on_every_page()
    {
        await using var bot = await LiveBot.StartAsync("--Inbox:MessagesPerMinute=1000000");
        await bot.OpenRoundAsync(Sheets.Of([["type", "name", "label"], .. Enumerable.Range(0, OfSession).Select(index => (string[])["text", $"t{index}", $"Text {index}?"])]), "hostile.xlsx", "HOSTILE");
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        await Task.WhenAll(HostileTexts.Many(Texts, Seed).Chunk(OfSession).Select((texts, session) => SayAsync(http, $"hostile-session-{session:00000}", texts)).Chunk(8).SelectMany(some => some));

        using var browser = new ConsoleBrowser(bot.Url);
        await browser.BecomeAdministratorAsync(bot.FirstRunLink, new AuthenticatorApp(TimeProvider.System));
        var seen = await Crawl.AllAsync(browser, "/console/rounds/HOSTILE/answers", most: 60);
        Assert.True(seen.Count > 20, $"{seen.Count} pages were seen.");
    }

    [Fact]
    public async Task Hostile_texts_through_every_form_and_address_break_no_page()
    {
        await using var world = await ConsoleWorld.StartAsync();
        ConsoleForm.Open(world, ConsoleForm.Session("p1", isSubmitted: true, ("/data/full_name", "Aline")));
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/rounds");
        var token = browser.Token;
        var doors = world.Doors.Select(door => (Path: door.RoutePattern.RawText ?? "", Method: door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET"))
            .Where(door => !door.Path.EndsWith("/sign-out", StringComparison.Ordinal)).ToList();
        foreach (var (text, index) in HostileTexts.Many(Texts, Seed).Select((text, index) => (text, index)))
        {
            var door = doors[index % doors.Count];
            using var request = Request(door.Path, door.Method, text, token);
            using var answer = await browser.SendAsync(request);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, $"{door} with {text}: {answer.StatusCode}");
            if (answer.Content.Headers is { ContentType.MediaType: "text/html", ContentDisposition: null })
                Assert.Equal((door, text, 0), (door, text, HtmlTags.Strange(html).Count));
        }
    }

    [Fact]
    public async Task Hostile_texts_in_uploaded_forms_and_broken_files_break_no_page()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/rounds");
        var chance = new Random(Seed);
        foreach (var text in HostileTexts.Many(Math.Max(Texts / 5, HostileTexts.All.Count), Seed))
        {
            var plain = string.Concat(text.Where(letter => letter >= ' ' && !char.IsSurrogate(letter) && letter < '\uFFFE'));
            var file = Sheets.Of(["type", "name", "label", "hint", "relevant", "constraint"], ["text", "a", plain, plain, "", ""], ["text", plain, "B", "", plain, plain], ["select_one " + plain, "c", plain, "", "", ""]);
            if (chance.Next(3) == 0)
                chance.NextBytes(file.AsSpan(chance.Next(file.Length), 1));
            var html = await browser.UploadAsync(file, plain.Replace("\"", "", StringComparison.Ordinal) + ".xlsx", chance.Next(2) == 0 ? "" : plain, "check");
            Assert.True((int)browser.Response.StatusCode < 500, plain);
            Assert.Equal((plain, 0), (plain, HtmlTags.Strange(html).Count));
        }
    }

    [Fact]
    public void Markup_that_was_not_encoded_would_be_seen() =>
        Assert.All(HostileTexts.Markup, text => Assert.NotEmpty(HtmlTags.Strange($"<table><tr><td><bdi>{text}>\"'></bdi></td></tr></table>")));

    static async Task SayAsync(HttpClient http, string session, string[] texts)
    {
        object[] first = [new { id = "e", enter = "HOSTILE" }, new { id = "l", choice = "l:en" }, new { id = "c", choice = "c:yes" }];
        foreach (var message in first.Concat(texts.Select((text, index) => (object)new { id = $"t{index}", text })))
        {
            using var answer = await http.PostAsJsonAsync($"/chat/{session}/messages", message);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
    }

    static HttpRequestMessage Request(string path, string method, string text, string token)
    {
        var whole = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(text.Length == 0 || text is "." or ".." ? "x" : text) : part.Replace("{format}", Uri.EscapeDataString(text), StringComparison.Ordinal)));
        string[] names = ["q", "page", "sort", "from", "to", "state", "name", "code", "token", "language", "reason", "other", "asked", "do", "press", "words", "password", "c", "lang", "person", "id"];
        var fields = names.Select(name => KeyValuePair.Create(name, text));
        return HttpMethod.Parse(method) == HttpMethod.Post
            ? new(HttpMethod.Post, whole) { Content = new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))) }
            : new(HttpMethod.Get, whole + "?" + string.Join('&', names.Take(6).Select(name => $"{name}={Uri.EscapeDataString(text)}")));
    }
}
