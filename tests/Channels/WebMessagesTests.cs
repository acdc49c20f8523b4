using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Channels;

public sealed class WebMessagesTests : IAsyncLifetime
{
    WebHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await WebHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_that_is_kept_is_accepted()
    {
        var answer = await host.PostAsync(new { id = "1", text = "Muraho" });
        Assert.Equal((HttpStatusCode.Accepted, "web:" + WebHost.Session, "1"), (answer.StatusCode, Only().From.ToString(), Only().ExternalId));
    }

    [Fact]
    public async Task Text_choice_and_entering_are_told_apart()
    {
        await host.PostAsync(new { id = "1", enter = "PRE1" });
        await host.PostAsync(new { id = "2", text = "" });
        await host.PostAsync(new { id = "3", choice = "q:1:0", text = (string?)null });
        Assert.Equal([Said.Enter("PRE1"), Said.Text(""), Said.Choice("q:1:0")], host.Inbox.Taken.Select(each => each.Said));
    }

    [Fact]
    public async Task The_same_id_again_is_accepted_and_changes_nothing()
    {
        await host.PostAsync(new { id = "1", text = "yego" });
        Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(new { id = "1", text = "oya" })).StatusCode);
        Assert.Equal("yego", Only().Said.Words);
    }

    [Fact]
    public async Task A_text_of_40_000_signs_is_taken_whole()
    {
        await host.PostAsync(new { id = "1", text = new string('é', 40_000) });
        Assert.Equal(40_000, Only().Said.Words.Length);
    }

    [Theory]
    [InlineData("rw", "Ubu butumwa")]
    [InlineData("fr-RW,fr;q=0.9", "Ce message")]
    [InlineData("de, en;q=0.5", "This message")]
    [InlineData("", "This message")]
    public async Task A_text_of_20_MB_gets_a_sentence_in_the_callers_language(string language, string start)
    {
        using var request = Request(Encoding.UTF8.GetBytes($$"""{"id":"1","text":"{{new string('x', 20_000_000)}}"}"""), "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await host.Line.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.StartsWith(start, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_inbox_asks_to_come_again()
    {
        host.Inbox.FailNext();
        using var refused = await host.PostAsync(new { id = "1", text = "yego" });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 3), (refused.StatusCode, refused.Headers.RetryAfter?.Delta?.Seconds));
        Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(new { id = "1", text = "yego" })).StatusCode);
    }

    [Theory]
    [InlineData("""{"id":"1","text":"x" """, "400.1")]
    [InlineData("", "400.1")]
    [InlineData("null", "400.1")]
    [InlineData("[]", "400.1")]
    [InlineData("\"x\"", "400.1")]
    [InlineData("""{"id":"1","text":"\ud800"}""", "400.1")]
    [InlineData("""{"text":"x"}""", "400.2")]
    [InlineData("""{"id":"","text":"x"}""", "400.2")]
    [InlineData("""{"id":" ","text":"x"}""", "400.2")]
    [InlineData("""{"id":1,"text":"x"}""", "400.2")]
    [InlineData("""{"id":"1"}""", "400.3")]
    [InlineData("""{"id":"1","text":"x","choice":"y"}""", "400.3")]
    [InlineData("""{"id":"1","text":5}""", "400.3")]
    [InlineData("""{"id":"1","text":{"a":[]}}""", "400.3")]
    public async Task What_cannot_be_read_is_refused_with_a_sentence(string body, string problem)
    {
        using var answer = await host.Line.SendAsync(Request(Encoding.UTF8.GetBytes(body), "application/json"));
        Assert.Equal(problem, await ProblemAsync(answer));
    }

    [Fact]
    public async Task An_id_over_128_signs_is_refused() =>
        Assert.Equal("400.2", await ProblemAsync(await host.PostAsync(new { id = new string('1', 129), text = "x" })));

    [Fact]
    public async Task Depth_without_end_is_refused() =>
        Assert.Equal("400.1", await ProblemAsync(await host.Line.SendAsync(Request(Encoding.UTF8.GetBytes(new string('[', 100_000)), "application/json"))));

    [Fact]
    public async Task Broken_UTF_8_is_refused() =>
        Assert.Equal("415.1", await ProblemAsync(await host.Line.SendAsync(Request([0x7B, 0xFF, 0xFE, 0x7D], "application/json"))));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type) =>
        Assert.Equal("415.1", await ProblemAsync(await host.Line.SendAsync(Request("""{"id":"1","text":"x"}"""u8.ToArray(), type))));

    [Theory]
    [InlineData("short")]
    [InlineData("with.a.dot")]
    [InlineData("with%20blanks")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task Another_form_of_session_is_refused(string session)
    {
        Assert.Equal("400.4", await ProblemAsync(await host.Line.PostAsJsonAsync($"/chat/{session}/messages", new { id = "1", text = "x" })));
        Assert.Equal("400.4", await ProblemAsync(await host.Line.GetAsync(new Uri($"/chat/{session}/events", UriKind.Relative))));
    }

    Inbound Only() => Assert.Single(host.Inbox.Taken);

    async Task<string?> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Empty(host.Inbox.Taken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(problem.GetProperty("message").GetString()!);
        Assert.StartsWith($"{(int)answer.StatusCode}", problem.GetProperty("problem").GetString(), StringComparison.Ordinal);
        return problem.GetProperty("problem").GetString();
    }

    static HttpRequestMessage Request(byte[] body, string? type) => new(HttpMethod.Post, new Uri($"/chat/{WebHost.Session}/messages", UriKind.Relative))
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type) } },
    };
}
