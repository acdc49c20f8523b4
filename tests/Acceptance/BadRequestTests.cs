using System.Net;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Acceptance;

/// <summary>Requests that no page of ours sends, to the real bot: a sentence with a number of the 400s, never a 500.</summary>
public sealed class BadRequestTests(RunningBot running) : IClassFixture<RunningBot>
{
    [Theory]
    [InlineData("""{"id":"1","text":"x" """)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"text":"no id"}""")]
    [InlineData("""{"id":"","text":"empty id"}""")]
    [InlineData("""{"id":1,"text":"a number as id"}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","text":"x","choice":"y"}""")]
    [InlineData("""{"id":"1","text":"\ud800"}""")]
    public async Task A_body_that_cannot_be_read_gets_a_sentence(string body)
    {
        var (status, sentence) = await running.PostAsync("bad-request-phone", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty(sentence);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("not a type")]
    public async Task Another_content_type_gets_a_sentence(string type)
    {
        var (status, sentence) = await running.PostAsync("bad-request-phone", """{"id":"1","text":"x"}""", type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.NotEmpty(sentence);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with.dots.in.it")]
    [InlineData("with%20blanks%20in%20it")]
    [InlineData("with%00nul%00in%00it")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc")]
    public async Task Another_form_of_session_gets_a_sentence(string session)
    {
        var (status, _) = await running.PostAsync(session, """{"id":"1","text":"x"}""");
        using var events = await running.Http.GetAsync(new Uri($"/chat/{session}/events", UriKind.Relative));
        Assert.InRange((int)status, 400, 499);
        Assert.InRange((int)events.StatusCode, 400, 499);
    }

    [Theory]
    [InlineData("after=minus")]
    [InlineData("after=-1")]
    [InlineData("after=99999999999999999999")]
    [InlineData("wait=1.5")]
    public async Task Numbers_that_are_none_get_a_sentence(string query)
    {
        using var events = await running.Http.GetAsync(new Uri($"/chat/bad-request-phone/events?{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, events.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/chat/bad-request-phone/messages")]
    [InlineData("PUT", "/chat")]
    [InlineData("GET", "/no/such/page")]
    [InlineData("POST", "/desk")]
    [InlineData("POST", "/console/no-such")]
    [InlineData("POST", "/telegram/webhook")]
    public async Task Another_address_or_method_is_no_500(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var answer = await running.Http.SendAsync(request);
        Assert.InRange((int)answer.StatusCode, 200, 499);
    }
}
