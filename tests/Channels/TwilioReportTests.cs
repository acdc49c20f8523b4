using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class TwilioReportTests : IAsyncLifetime
{
    TwilioHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await TwilioHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("63016", FailureClass.Template)]
    [InlineData("63024", FailureClass.Address)]
    [InlineData("30006", FailureClass.Address)]
    [InlineData("21610", FailureClass.OptedOut)]
    [InlineData("63041", FailureClass.Alert)]
    [InlineData("63007", FailureClass.Alert)]
    [InlineData("30003", FailureClass.Later)]
    [InlineData("63049", FailureClass.Never)]
    [InlineData("", FailureClass.Never)]
    public async Task A_report_of_a_failure_says_of_which_kind(string code, FailureClass expected)
    {
        await host.Twilio.HappensAsync("/twilio/status", [new("MessageSid", "SM1"), new("To", TwilioHost.Keza), new("MessageStatus", "undelivered"), new("ErrorCode", code)]);
        Assert.Equal(expected, Assert.Single(host.Outbox.Reports).Class);
    }

    [Fact]
    public async Task A_report_brings_our_name_of_the_message_and_is_signed_with_it()
    {
        Assert.IsType<Sent>(await host.SendAsync(new Outbound("Muraho")));
        var message = await host.NextAsync();
        await host.Twilio.ReportAsync(message.Id, message.To, "delivered");
        Assert.Equal("a-b_c.0000000007", Assert.Single(host.Outbox.Reports).Reference);
        KeyValuePair<string, string>[] fields = [new("MessageSid", message.Id), new("MessageStatus", "failed")];
        Assert.Equal(403, await host.Twilio.PostAsync("/twilio/status?message=another", fields, FakeTwilio.Signature(FakeTwilio.PublicUrl + "/twilio/status", fields)));
    }
}
