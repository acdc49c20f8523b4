using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class MetaWebhookTests : IAsyncLifetime
{
    const string Keza = MetaHost.Keza, Mugisha = "250788000002";

    MetaHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await MetaHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Who_knows_the_words_hears_her_challenge()
    {
        var (status, type, body) = await AskAsync($"hub.mode=subscribe&hub.verify_token={Uri.EscapeDataString(MetaHost.VerifyToken)}&hub.challenge=1158201444");
        Assert.Equal((HttpStatusCode.OK, "text/plain", "1158201444"), (status, type, body));
    }

    [Theory]
    [InlineData("hub.mode=subscribe&hub.verify_token=other&hub.challenge=1")]
    [InlineData("hub.mode=subscribe&hub.verify_token=&hub.challenge=1")]
    [InlineData("hub.mode=subscribe&hub.challenge=1")]
    [InlineData("hub.mode=unsubscribe&hub.verify_token=words%20of%20the%20tests&hub.challenge=1")]
    [InlineData("")]
    public async Task Who_does_not_know_them_is_refused(string query) => Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(query)).Status);

    [Fact]
    public async Task What_is_said_is_taken_once_however_often_it_comes()
    {
        var post = Post(FakeMetaPeople.Said(Keza, "Muraho"));
        foreach (var _ in Enumerable.Range(0, 3))
            Assert.Equal(200, await host.Meta.PostAsync(post));
        Assert.Equal((MetaHost.KezaAddress, Said.Text("Muraho")), (Assert.Single(host.Inbox.Taken).From, host.Inbox.Taken[0].Said));
    }

    [Fact]
    public async Task Two_copies_at_once_are_taken_once()
    {
        var post = Post(FakeMetaPeople.Said(Keza, "Muraho"));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Meta.PostAsync(post))), status => Assert.Equal(200, status));
        Assert.Single(host.Inbox.Taken);
    }

    [Fact]
    public async Task Everything_in_a_batch_is_taken_and_one_persons_messages_in_their_order()
    {
        await host.Meta.HappensAsync(FakeMetaPeople.Post(
            FakeMetaPeople.Messages(FakeMetaPeople.Said(Keza, "1"), FakeMetaPeople.Said(Mugisha, "a"), FakeMetaPeople.Said(Keza, "2")),
            FakeMetaPeople.Statuses(FakeMetaPeople.Status("wamid.A", Keza, "read")),
            FakeMetaPeople.Messages(FakeMetaPeople.Said(Keza, "3"))));
        Assert.Equal(["1", "2", "3"], host.Inbox.Taken.Where(each => each.From == MetaHost.KezaAddress).Select(each => each.Said.Words));
        Assert.Equal((4, 1), (host.Inbox.Taken.Count, host.Outbox.Reports.Count));
    }

    [Fact]
    public async Task A_batch_that_was_taken_in_part_comes_again_as_a_whole()
    {
        host.Inbox.FailNext();
        var post = FakeMetaPeople.Post(FakeMetaPeople.Messages(FakeMetaPeople.Said(Keza, "1"), FakeMetaPeople.Said(Mugisha, "a"))).ToJsonString();
        Assert.Equal(503, await host.Meta.PostAsync(post));
        Assert.Equal(200, await host.Meta.PostAsync(post));
        Assert.Equal(2, host.Inbox.Taken.Count);
    }

    [Fact]
    public async Task When_the_inbox_is_full_Meta_is_asked_to_come_again()
    {
        host.Inbox.IsFull = true;
        Assert.Equal(503, await host.Meta.PostAsync(Post(FakeMetaPeople.Said(Keza, "Muraho"))));
        Assert.Empty(host.Inbox.Taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("of another secret")]
    [InlineData("of another body")]
    [InlineData("sha1")]
    public async Task What_is_not_signed_by_the_app_is_refused_and_nothing_kept(string signature)
    {
        var post = Post(FakeMetaPeople.Said(Keza, "Muraho"));
        Assert.Equal(401, await host.Meta.PostAsync(post, signature switch
        {
            "of another secret" => FakeMeta.Signature(post, "guessed"),
            "of another body" => FakeMeta.Signature(post + " "),
            "sha1" => FakeMeta.Signature(post).Replace("sha256", "sha1", StringComparison.Ordinal),
            _ => signature,
        }));
        Assert.Empty(host.Inbox.Taken);
    }

    [Fact]
    public async Task The_bytes_are_signed_and_not_what_they_mean()
    {
        var post = Post(FakeMetaPeople.Said(Keza, "Byagenze neza é")).Replace("é", @"\u00e9", StringComparison.Ordinal);
        Assert.Equal(200, await host.Meta.PostAsync(post));
        Assert.Equal("Byagenze neza é", host.Inbox.Taken[0].Said.Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{}]}}]}]}")]
    [InlineData("{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[7]}}]}]}")]
    [InlineData("{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{\"from\":\"250788000001\",\"id\":\"a\",\"type\":\"text\",\"text\":{\"body\":\"\\ud800\"}}]}}]}]}")]
    [InlineData("{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{\"from\":\"../etc\",\"id\":\"a\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}]}}]}]}")]
    public async Task What_cannot_be_read_is_set_aside_and_acknowledged(string body)
    {
        Assert.Equal(200, await host.Meta.PostAsync(body));
        Assert.Single(host.Aside.All);
        Assert.Empty(host.Inbox.Taken);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"entry\":7}")]
    [InlineData("{\"entry\":[null,{\"changes\":{}},{\"changes\":[7,{\"value\":[]},{\"value\":{\"messages\":{}}}]}]}")]
    [InlineData("{\"entry\":[{\"changes\":[{\"field\":\"account_update\",\"value\":{\"event\":\"VERIFIED_ACCOUNT\"}}]}]}")]
    [InlineData("{\"entry\":[{\"changes\":[{\"value\":{\"statuses\":[{\"id\":\"a\",\"status\":\"warning\"},{\"status\":\"read\"}]}}]}]}")]
    public async Task What_says_nothing_to_us_is_passed_over(string body)
    {
        Assert.Equal(200, await host.Meta.PostAsync(body));
        Assert.Empty(host.Aside.All);
    }

    [Fact]
    public async Task One_that_cannot_be_read_does_not_take_its_batch_with_it()
    {
        await host.Meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Messages(
            FakeMetaPeople.Said("nobody", "x"), FakeMetaPeople.Said(Keza, "Muraho"), FakeMetaPeople.Said(Mugisha, "Bite"))));
        Assert.Equal((2, 1), (host.Inbox.Taken.Count, host.Aside.All.Count));
    }

    [Fact]
    public async Task Deep_and_large_bodies_end_in_no_fault_of_ours()
    {
        Assert.Equal(200, await host.Meta.PostAsync(new string('[', 100_000)));
        Assert.Equal(413, await host.Meta.PostAsync(new string('x', 4 * 1024 * 1024 + 1)));
    }

    [Fact]
    public async Task What_is_written_to_another_number_of_the_account_is_not_ours()
    {
        var post = Post(FakeMetaPeople.Said(Keza, "Muraho")).Replace(FakeMeta.PhoneNumberId, "999", StringComparison.Ordinal);
        Assert.Equal(200, await host.Meta.PostAsync(post));
        Assert.Empty(host.Inbox.Taken);
    }

    [Fact]
    public async Task Reports_come_through_in_any_order()
    {
        await host.Meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Statuses(
            FakeMetaPeople.Status("wamid.A", Keza, "read"), FakeMetaPeople.Status("wamid.A", Keza, "sent"), FakeMetaPeople.Status("wamid.B", Keza, "failed", 131026))));
        Assert.Equal([("wamid.A", DeliveryStage.Read, ""), ("wamid.A", DeliveryStage.Sent, ""), ("wamid.B", DeliveryStage.Failed, "131026 Said by the fake")],
            host.Outbox.Reports.Select(report => (report.ChannelMessageId, report.Stage, report.Reason)));
    }

    [Theory]
    [InlineData(131047, FailureClass.Template)]
    [InlineData(131026, FailureClass.Address)]
    [InlineData(132015, FailureClass.Alert)]
    [InlineData(131042, FailureClass.Alert)]
    [InlineData(131049, FailureClass.Never)]
    [InlineData(130429, FailureClass.Later)]
    [InlineData(131000, FailureClass.Later)]
    public async Task A_report_of_a_failure_says_of_which_kind(int code, FailureClass expected)
    {
        await host.Meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Statuses(FakeMetaPeople.Status("wamid.A", Keza, "failed", code))));
        Assert.Equal(expected, Assert.Single(host.Outbox.Reports).Class);
    }

    [Fact]
    public async Task A_report_brings_our_name_of_the_message()
    {
        await host.Meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Statuses(
            FakeMetaPeople.Status("wamid.A", Keza, "sent", ours: "a-b_c.0000000007"), FakeMetaPeople.Status("wamid.B", Keza, "sent"))));
        Assert.Equal(["a-b_c.0000000007", ""], host.Outbox.Reports.Select(report => report.Reference));
    }

    [Fact]
    public async Task Nothing_that_anybody_wrote_is_logged()
    {
        host.Inbox.FailNext();
        await host.Meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Messages(FakeMetaPeople.Said(Keza, "ibanga"), FakeMetaPeople.Said("nobody", "ibanga"))));
        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("ibanga", StringComparison.Ordinal) || line.Contains(Keza, StringComparison.Ordinal));
    }

    static string Post(System.Text.Json.Nodes.JsonObject message) => FakeMetaPeople.Post(FakeMetaPeople.Messages(message)).ToJsonString();

    async Task<(HttpStatusCode Status, string? Type, string Body)> AskAsync(string query)
    {
        using var line = new HttpClient();
        using var answer = await line.GetAsync(new Uri($"{host.WebhookUrl}?{query}"));
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }
}
