using System.Net;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Bot.Observing;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Channels;

/// <summary>Who is asked for a file that somebody sent, and who is told who we are.</summary>
public sealed class TwilioMediaTests
{
    const string Own = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1", Store = "https://media.s3.amazonaws.com/ME1";

    readonly List<(string Address, bool IsToldWho)> asked = [];

    [Fact]
    public async Task Where_Twilio_keeps_its_files_nobody_is_told_who_we_are()
    {
        Assert.NotNull((await FetchAsync(Own)).Bytes);
        Assert.Equal([(Own, true), (Store, false)], asked);
    }

    [Theory]
    [InlineData(Store)]
    [InlineData("https://example.rw/ME1")]
    [InlineData("https://api.twilio.com@example.rw/ME1")]
    [InlineData("https://user@api.twilio.com/ME1")]
    [InlineData("http://api.twilio.com/ME1")]
    [InlineData("/ME1")]
    public async Task What_does_not_begin_at_Twilio_is_not_asked_for(string reference)
    {
        Assert.True((await FetchAsync(reference)).IsOver);
        Assert.Empty(asked);
    }

    async Task<RbcBot.Core.Conversations.Fetched> FetchAsync(string reference)
    {
        var (clock, options) = (new FakeTimeProvider(Sample.Noon), new TwilioOptions { AccountSid = "AC1", AuthToken = "token" });
        using var line = new TwilioLine(options, new ChannelWatch(clock), clock, new Way(asked));
        return await new TwilioMedia(options, line).FetchAsync(reference, 100, default);
    }

    sealed class Way(List<(string Address, bool IsToldWho)> asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add((request.RequestUri!.ToString(), request.Headers.Authorization is not null)); // who sends sets it
            var answer = asked[^1].Address == Own ? new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2, 3]) };
            if (answer.StatusCode == HttpStatusCode.TemporaryRedirect)
                answer.Headers.Location = new Uri(Store);
            return Task.FromResult(answer);
        }
    }
}
