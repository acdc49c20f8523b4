using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Channels;

public sealed class AfricasTalkingCallbackTests
{
    static readonly (string, string)[] Message = [("date", "2026-12-01 09:15:23"), ("from", "+250788000001"), ("to", "1234"), ("id", "m-1"), ("text", "Muraho"), ("networkCode", "63510")];

    [Fact]
    public async Task A_message_is_taken_once_however_often_it_comes()
    {
        await using var host = await AfricasTalkingHost.StartAsync();
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await host.PostAsync("sms", Message), await host.PostAsync("sms", Message)]);
        var taken = Assert.Single(host.Inbox.Taken);
        Assert.Equal((new Address("sms", "+250788000001"), "m-1", Said.Text("Muraho")), (taken.From, taken.ExternalId, taken.Said));
    }

    [Fact]
    public async Task A_rounds_words_bring_her_in()
    {
        await using var host = await AfricasTalkingHost.StartAsync();
        await host.PostAsync("sms", ("from", "250788000001"), ("id", "m-1"), ("text", "START GUIDEB"));
        Assert.Equal((Said.Enter("GUIDEB"), "+250788000001"), (host.Inbox.Taken[0].Said, host.Inbox.Taken[0].From.Value));
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("ussd")]
    [InlineData("delivery")]
    public async Task Who_does_not_know_the_secret_finds_nothing(string kind)
    {
        await using var host = await AfricasTalkingHost.StartAsync();
        foreach (var secret in new[] { "guessed-secret", AfricasTalkingHost.Secret + "x", AfricasTalkingHost.Secret[1..] })
            Assert.Equal(HttpStatusCode.NotFound, await host.PostAsync(secret, kind, Message));
        Assert.Empty(host.Inbox.Taken);
    }

    [Theory]
    [InlineData("192.0.2.7", HttpStatusCode.NotFound)]
    [InlineData("192.0.2.0/24,2001:db8::/32", HttpStatusCode.NotFound)]
    [InlineData("192.0.2.7, 127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    public async Task Callbacks_come_only_from_where_they_may(string addresses, HttpStatusCode status)
    {
        await using var host = await AfricasTalkingHost.StartAsync(addresses);
        Assert.Equal(status, await host.PostAsync("sms", Message));
    }

    [Fact]
    public async Task What_is_not_on_disk_is_not_acknowledged()
    {
        await using var host = await AfricasTalkingHost.StartAsync();
        host.Inbox.FailNext();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.PostAsync("sms", Message));
        host.Inbox.IsFull = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.PostAsync("sms", Message));
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("ussd")]
    [InlineData("delivery")]
    public async Task No_body_ends_in_a_fault_of_ours(string kind)
    {
        await using var host = await AfricasTalkingHost.StartAsync();
        using var json = new StringContent("{\"from\":1}", null, "application/json");
        using var broken = new StringContent("--x\r\n", null, "multipart/form-data");
        using var strange = new StringContent("from=%00%ff&id=&text=%2&phoneNumber=ibanga", null, "application/x-www-form-urlencoded");
        using var large = new StringContent("text=" + new string('x', 70_000), null, "application/x-www-form-urlencoded");
        foreach (var body in new HttpContent[] { json, broken, strange, large })
            Assert.InRange((int)await host.PostAsync(AfricasTalkingHost.Secret, kind, body), 200, 499);
        Assert.Empty(host.Inbox.Taken);
    }

    [Theory]
    [InlineData("Sent", DeliveryStage.Sent, "")]
    [InlineData("Buffered", DeliveryStage.Sent, "")]
    [InlineData("Success", DeliveryStage.Delivered, "")]
    [InlineData("Failed", DeliveryStage.Failed, "Failed UserDoesNotExist")]
    [InlineData("AbsentSubscriber", DeliveryStage.Failed, "AbsentSubscriber UserDoesNotExist")]
    public async Task A_report_says_how_far_a_message_came(string status, DeliveryStage stage, string reason)
    {
        await using var host = await AfricasTalkingHost.StartAsync();
        await host.PostAsync("delivery", ("id", "ATXid_1"), ("status", status), ("phoneNumber", "+250788000001"), ("failureReason", "UserDoesNotExist"));
        var report = Assert.Single(host.Outbox.Reports);
        Assert.Equal(("sms", "ATXid_1", stage, reason), (report.Channel, report.ChannelMessageId, report.Stage, report.Reason));
    }

    [Theory]
    [InlineData("Failed", "UserDoesNotExist", FailureClass.Address)]
    [InlineData("Rejected", "UserInBlackList", FailureClass.OptedOut)]
    [InlineData("Failed", "DeliveryFailure", FailureClass.Later)]
    [InlineData("AbsentSubscriber", "", FailureClass.Later)]
    [InlineData("Rejected", "InvalidLinkId", FailureClass.Never)]
    [InlineData("Success", "", FailureClass.None)]
    public async Task A_report_of_a_failure_says_of_which_kind(string status, string why, FailureClass expected)
    {
        await using var host = await AfricasTalkingHost.StartAsync();
        await host.PostAsync("delivery", ("id", "ATXid_1"), ("status", status), ("phoneNumber", "+250788000001"), ("failureReason", why));
        Assert.Equal(expected, Assert.Single(host.Outbox.Reports).Class);
    }
}
