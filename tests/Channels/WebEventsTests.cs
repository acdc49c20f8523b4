using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Channels;

public sealed class WebEventsTests : IAsyncLifetime
{
    WebHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await WebHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Messages_come_with_number_text_and_choices()
    {
        host.Say("Muraho", new Button("Yego", "q:1:0"));
        Assert.Equal(
            """[{"n":1,"text":"Muraho","choices":[{"label":"Yego","payload":"q:1:0"}]}]""",
            (await host.EventsAsync("")).GetRawText());
    }

    [Fact]
    public async Task Ticks_commands_and_redraws_are_marked()
    {
        host.Outbox.Say(new Address("web", WebHost.Session), new Outbound(
            "Ibihe?", [new Button("A", "q:1:0", IsTicked: true), new Button("Subira", "c:back", ButtonRole.Command)], Redraws: true));
        Assert.Equal(
            """[{"n":1,"text":"Ibihe?","choices":[{"label":"A","payload":"q:1:0","ticked":true},{"label":"Subira","payload":"c:back","role":"command"}],"redraws":true}]""",
            (await host.EventsAsync("?after=0&wait=0")).GetRawText());
    }

    [Fact]
    public async Task Only_what_is_newer_comes()
    {
        host.Say("one");
        host.Say("two");
        Assert.Equal(2, Assert.Single((await host.EventsAsync("?after=1")).EnumerateArray()).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Without_news_and_without_wait_the_answer_is_empty_at_once() =>
        Assert.Equal(0, (await host.EventsAsync("?after=0")).GetArrayLength());

    [Fact]
    public async Task A_long_poll_wakes_when_something_is_said()
    {
        var waiting = host.EventsAsync("?after=0&wait=25");
        host.Say("Muraho");
        Assert.Equal(1, (await waiting.WaitAsync(TimeSpan.FromSeconds(10))).GetArrayLength());
    }

    [Theory]
    [InlineData("?after=-1")]
    [InlineData("?after=abc")]
    [InlineData("?after=99999999999999999999")]
    [InlineData("?after=1.5")]
    [InlineData("?wait=x")]
    public async Task A_number_that_is_none_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Line.GetAsync(new Uri($"/chat/{WebHost.Session}/events{query}", UriKind.Relative))).StatusCode);

    [Fact]
    public async Task The_stream_tells_what_was_said_and_what_comes()
    {
        host.Say("one\nline");
        using var reader = await StreamAsync(null);
        Assert.Equal("""1 {"n":1,"text":"one\nline","choices":[]}""", await NextAsync(reader));
        host.Say("two");
        Assert.Equal("""2 {"n":2,"text":"two","choices":[]}""", await NextAsync(reader));
    }

    [Fact]
    public async Task The_stream_goes_on_after_the_last_event_id()
    {
        host.Say("one");
        host.Say("two");
        using var reader = await StreamAsync("1");
        Assert.StartsWith("2 ", await NextAsync(reader), StringComparison.Ordinal);
    }

    async Task<StreamReader> StreamAsync(string? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/chat/{WebHost.Session}/events?after=0", UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (last is not null)
            request.Headers.Add("Last-Event-ID", last);
        var answer = await host.Line.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    static async Task<string> NextAsync(StreamReader reader)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await reader.ReadLineAsync(over.Token) is { } line)
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                return $"{line[4..]} {(await reader.ReadLineAsync(over.Token))![6..]}";
        throw new EndOfStreamException();
    }
}
