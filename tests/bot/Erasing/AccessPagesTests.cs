using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using RbcBot.Bot.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Access;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Erasing;

/// <summary>The link that "my data" gives: what it opens, for how long, and for whom.</summary>
public sealed partial class AccessPagesTests : IAsyncLifetime
{
    const string Hers = "CS Plantedwords", Another = "CS Otherswords";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    LiveBot bot = null!; // started before anything is asked
    HttpClient http = null!; // with it

    public async Task InitializeAsync()
    {
        bot = await LiveBot.StartAsync("--Console:PublicUrl=https://bot.example");
        await bot.OpenRoundAsync("guide-b.xlsx", "B1");
        http = new HttpClient { BaseAddress = new Uri(bot.Url) };
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_link_shows_all_of_hers_as_a_page_and_as_files_as_often_as_she_opens_it()
    {
        var link = await AskAsync(await TalkAsync("her-first-phone", Hers));
        for (var times = 0; times < 2; times++)
        {
            var (page, status) = await GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(Hers, page, StringComparison.Ordinal);
            Assert.Contains($"href=\"{link}/my-data.json\"", page, StringComparison.Ordinal);
        }
        using var html = await http.GetAsync(new Uri(link + "/my-data.html", UriKind.Relative));
        Assert.Equal(("text/html", "my-data.html"), (html.Content.Headers.ContentType?.MediaType, html.Content.Headers.ContentDisposition?.FileName));
        // Whoever finds the file has not the link: nor does the message in it that brought the link.
        Assert.DoesNotContain(link, WebUtility.HtmlDecode(await html.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var json = await http.GetAsync(new Uri(link + "/my-data.json", UriKind.Relative));
        Assert.Equal(("application/json", "my-data.json"), (json.Content.Headers.ContentType?.MediaType, json.Content.Headers.ContentDisposition?.FileName));
        var all = JsonSerializer.Deserialize<JsonElement>(await json.Content.ReadAsStringAsync());
        Assert.Equal("web:her-first-phone", Assert.Single(all.GetProperty("addresses").EnumerateArray()).GetString());
        Assert.Contains(all.GetProperty("work")[0].GetProperty("answers").EnumerateArray(), answer => answer.GetProperty("value").GetString() == Hers);
        Assert.Equal(4, all.GetProperty("consents").EnumerateArray().Count(consent => consent.GetProperty("purpose").GetString() != "interview"));
        Assert.NotEmpty(all.GetProperty("messages").EnumerateArray());
    }

    [Fact]
    public async Task Nothing_keeps_it_or_tells_where_it_was()
    {
        var link = await AskAsync(await TalkAsync("her-first-phone", Hers));
        foreach (var address in (string[])[link, link + "/my-data.json", "/my-data/nobodys"])
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
            Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_is_good_for_a_day()
    {
        await TalkAsync("her-first-phone", Hers);
        var talk = Assert.Single(await bot.Get<IRecords>().ConversationsAsync(default));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(await MadeAsync(talk, AccessTalk.LinkLife - TimeSpan.FromMinutes(1)))).Status);
        var (page, status) = await GetAsync(await MadeAsync(talk, AccessTalk.LinkLife));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.All((string[])["lang=\"rw\"", "lang=\"fr\"", "This link is over"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.DoesNotContain(Hers, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_link_opens_what_is_of_whom_it_was_given_to()
    {
        var (first, second) = (await AskAsync(await TalkAsync("her-first-phone", Hers)), await AskAsync(await TalkAsync("anothers-phone", Another)));
        Assert.NotEqual(first, second);
        foreach (var (link, own, foreign) in ((string, string, string)[])[(first, Hers, Another), (second, Another, Hers)])
        {
            var page = (await GetAsync(link + "/my-data.json")).Page;
            Assert.Contains(own, page, StringComparison.Ordinal);
            Assert.DoesNotContain(foreign, page, StringComparison.Ordinal);
        }
        // One letter of the other's is nobody's.
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(first[..^1] + (first[^1] == 'A' ? 'B' : 'A'))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(first.ToUpperInvariant().Replace("/MY-DATA/", "/my-data/", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task After_her_erasure_the_link_opens_nothing()
    {
        var link = await AskAsync(await TalkAsync("her-first-phone", Hers));
        var person = Assert.Single(await bot.Get<IRecords>().ConversationsAsync(default)).Person;
        await bot.Get<IErasures>().AskAsync(person, new ErasureCause(ErasureKind.ByRule, "test"), default);
        using var late = new CancellationTokenSource(Patience);
        while (await bot.Get<IRecords>().ConversationAsync(person, default) is not null)
            await Task.Delay(20, late.Token);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(link)).Status);
    }

    [Fact]
    public async Task Who_joined_two_talks_sees_both_addresses_and_what_was_said_on_each()
    {
        var (first, second) = (await TalkAsync("her-first-phone", Hers), new WebPhone(http, "her-second-phone"));
        await second.SayAsync("hi");
        await second.PressAsync("l:en");
        var code = Code().Match((await first.SayAsync("link"))[0].Text).Groups[1].Value;
        await second.SayAsync(code);
        await second.SayAsync("yes");
        await ReadsAsync(first, "Was it you?");
        await first.SayAsync("yes");
        await ReadsAsync(second, "are one now");
        var all = JsonSerializer.Deserialize<JsonElement>((await GetAsync(await AskAsync(second) + "/my-data.json")).Page);
        Assert.Equal(["web:her-first-phone", "web:her-second-phone"], all.GetProperty("addresses").EnumerateArray().Select(address => address.GetString()).Order());
        var messages = string.Join('\n', all.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()));
        Assert.Contains("3/58", messages, StringComparison.Ordinal);
        Assert.Contains("Join this conversation", messages, StringComparison.Ordinal);
        Assert.Contains(all.GetProperty("work")[0].GetProperty("answers").EnumerateArray(), answer => answer.GetProperty("value").GetString() == Hers);
    }

    [Fact]
    public async Task Of_a_shared_phone_each_sees_her_own_and_no_message()
    {
        var phone = await TalkAsync("a-shared-phone", Hers);
        foreach (var words in (string[])["shared phone", "Keza", "2", "Mugabo", "en"])
            await phone.SayAsync(words);
        await InterviewAsync(phone, Another);
        var mugabos = (await GetAsync(await AskAsync(phone) + "/my-data.json")).Page;
        foreach (var words in (string[])["shared phone", "Keza"])
            await phone.SayAsync(words);
        var kezas = (await GetAsync(await AskAsync(phone) + "/my-data.json")).Page;
        foreach (var (page, own, foreign) in ((string, string, string)[])[(kezas, Hers, Another), (mugabos, Another, Hers)])
        {
            Assert.Contains(own, page, StringComparison.Ordinal);
            Assert.DoesNotContain(foreign, page, StringComparison.Ordinal);
            Assert.Empty(JsonSerializer.Deserialize<JsonElement>(page).GetProperty("messages").EnumerateArray());
        }
    }

    async Task<WebPhone> TalkAsync(string session, string facility)
    {
        var phone = new WebPhone(http, session);
        await phone.EnterAsync("B1");
        await phone.PressAsync("l:en");
        await phone.PressAsync("c:yes");
        await phone.SayAsync("Musanze");
        await phone.SayAsync(facility);
        return phone;
    }

    static async Task ReadsAsync(WebPhone phone, string words)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!phone.Seen.Any(bubble => bubble.Text.Contains(words, StringComparison.Ordinal)))
            await phone.LookAsync(wait: 1, late.Token);
    }

    static async Task InterviewAsync(WebPhone phone, string facility)
    {
        await phone.EnterAsync("B1");
        await phone.PressAsync("c:yes");
        await phone.SayAsync("Musanze");
        await phone.SayAsync(facility);
    }

    static async Task<string> AskAsync(WebPhone phone) =>
        Link().Match(string.Join('\n', (await phone.SayAsync("my data")).Select(bubble => bubble.Text))) is { Success: true } link ? link.Groups[1].Value : throw new InvalidOperationException("No link was given.");

    // As it was given so long ago.
    async Task<string> MadeAsync(Conversation talk, TimeSpan ago)
    {
        var links = new AccessLinks(bot.Get<ILinkCodes>(), new Uri("https://bot.example/"), new Past(ago));
        var inbound = await links.BringAsync(talk, new Inbound(talk.Address, "past", Said.Text("my data"), DateTimeOffset.UtcNow), default);
        return new Uri(inbound.Said.DataLink!).AbsolutePath;
    }

    async Task<(string Page, HttpStatusCode Status)> GetAsync(string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        return (WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.StatusCode);
    }

    [GeneratedRegex("https://bot\\.example(/my-data/[A-Za-z0-9_-]{32})")]
    private static partial Regex Link();

    [GeneratedRegex("Your code: (\\S+)")]
    private static partial Regex Code();

    sealed class Past(TimeSpan ago) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow - ago;
    }
}
