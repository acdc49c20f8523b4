using System.Net;
using Microsoft.AspNetCore.Http;
using RbcBot.Bot.Observing;

namespace RbcBot.Tests.Bot.Observing;

public sealed class MetricsDoorTests
{
    const string Token = "a-long-enough-token", Here = "127.0.0.1", Elsewhere = "192.0.2.7";

    [Theory]
    [InlineData(Here, "", "", true)]
    [InlineData("::1", "", "", true)]
    [InlineData("::ffff:127.0.0.1", "", "", true)]
    [InlineData(Elsewhere, "", "", false)]
    [InlineData(Elsewhere, Token, "Bearer " + Token, true)]
    [InlineData(Elsewhere, Token, "Bearer a-long-enough-tokem", false)]
    [InlineData(Elsewhere, Token, Token, false)]
    [InlineData(Elsewhere, "", "Bearer ", false)]
    public void Who_asks_from_here_or_has_the_token_reads(string from, string token, string shown, bool reads) =>
        Assert.Equal(reads, new MetricsDoor(new(Token: token)).Opens(Asking(from, shown)));

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public void What_a_proxy_of_this_machine_brings_comes_from_elsewhere(string header)
    {
        var http = Asking(Here, "");
        http.Request.Headers[header] = Elsewhere;
        Assert.False(new MetricsDoor(new()).Opens(http));
    }

    [Fact]
    public void Nobody_reads_what_is_off() => Assert.False(new MetricsDoor(new(IsOn: false)).Opens(Asking(Here, "")));

    static DefaultHttpContext Asking(string from, string shown)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        http.Request.Headers.Authorization = shown;
        return http;
    }
}
