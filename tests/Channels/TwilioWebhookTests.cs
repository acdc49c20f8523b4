using System.Text;
using System.Text.Json.Nodes;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

public sealed class TwilioWebhookTests(ITestOutputHelper output) : IAsyncLifetime
{
    const string Messages = "/twilio/messages", Status = "/twilio/status";

    readonly HttpClient line = new();
    TwilioHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await TwilioHost.StartAsync();

    public async Task DisposeAsync()
    {
        line.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_a_person_writes_is_in_the_inbox_before_Twilio_hears_of_it()
    {
        Assert.Equal(200, await SayAsync(("Body", "Muraho")));
        var said = Assert.Single(host.Inbox.Taken);
        Assert.Equal((new Address("whatsapp", TwilioHost.Keza), Said.Text("Muraho")), (said.From, said.Said));
    }

    [Fact]
    public async Task The_answer_says_nothing_in_the_form_that_Twilio_wants()
    {
        var fields = host.Twilio.Said(TwilioHost.Keza);
        using var request = Post(Messages, Body(fields), FakeTwilio.Signature(FakeTwilio.PublicUrl + Messages, fields));
        using var answer = await line.SendAsync(request);
        Assert.Equal((200, "text/xml"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith("<Response/>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ButtonPayload", "q:1:0", SaidKind.Choice)]
    [InlineData("ListId", "q:1:7", SaidKind.Choice)]
    [InlineData("ButtonPayload", "Hagarika", SaidKind.Text)]
    [InlineData("ButtonText", "Komeza", SaidKind.Text)]
    [InlineData("Body", "start GUIDEB", SaidKind.Enter)]
    [InlineData("Body", "tangira GUIDEB", SaidKind.Enter)]
    [InlineData("MessageType", "unsupported", SaidKind.Other)]
    public async Task What_is_pressed_or_written_is_understood(string field, string value, SaidKind kind)
    {
        await SayAsync((field, value));
        Assert.Equal(kind, Assert.Single(host.Inbox.Taken).Said.Kind);
    }

    [Fact]
    public async Task Several_files_are_several_messages_and_the_words_come_with_the_first()
    {
        await SayAsync(("Body", "Dore"), ("MediaUrl0", "https://api.twilio.com/a"), ("MediaContentType0", "image/jpeg"), ("MediaUrl1", "https://api.twilio.com/b"), ("MediaContentType1", "audio/ogg; codecs=opus"));
        Assert.Equal(
            [(SaidKind.Photo, "Dore", "image/jpeg"), (SaidKind.Voice, "", "audio/ogg")],
            host.Inbox.Taken.Select(inbound => (inbound.Said.Kind, inbound.Said.Words, inbound.Said.File!.Type)));
        Assert.Equal(2, host.Inbox.Taken.Select(inbound => inbound.ExternalId).Distinct().Count());
    }

    [Fact]
    public async Task The_same_message_again_is_taken_once()
    {
        var fields = host.Twilio.Said(TwilioHost.Keza);
        Assert.Equal(200, await host.Twilio.PostAsync(Messages, fields));
        Assert.Equal(200, await host.Twilio.PostAsync(Messages, fields));
        Assert.Single(host.Inbox.Taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("%00")]
    public async Task What_Twilio_did_not_sign_is_refused(string signature)
    {
        Assert.Equal(403, await host.Twilio.PostAsync(Messages, host.Twilio.Said(TwilioHost.Keza), signature));
        Assert.Equal(403, await host.Twilio.PostAsync(Status, host.Twilio.Said(TwilioHost.Keza), signature));
        Assert.Empty(host.Inbox.Taken);
    }

    [Fact]
    public async Task A_signature_is_good_for_its_own_address_and_every_field()
    {
        var sample = Samples().FirstOrDefault(one => (string)one["id"]! == "H01");
        if (sample is null)
            return;
        var (body, signature) = ((string)sample["rawBody"]!, (string)sample["headers"]!["X-Twilio-Signature"]!);
        foreach (var (path, other) in new[] { ("/webhooks/twilio/sms", body), ("/webhooks/twilio/whatsapp?a=1", body), ("/webhooks/twilio/whatsapp", body + "&X=1"), ("/webhooks/twilio/whatsapp", body[..^9]), ("/webhooks/twilio/whatsapp", "") })
        {
            using var request = Post(path, other, signature);
            using var answer = await line.SendAsync(request);
            Assert.Equal(403, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_cannot_be_kept_is_asked_for_again()
    {
        host.Inbox.FailNext();
        Assert.Equal(503, await SayAsync(("Body", "1")));
        host.Inbox.IsFull = true;
        Assert.Equal(503, await SayAsync(("Body", "1")));
        Assert.Empty(host.Inbox.Taken);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "a=b")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%&&&==&\0")]
    [InlineData("application/x-www-form-urlencoded", "From=whatsapp%3A%2B250788000001")]
    [InlineData("", "")]
    public async Task Nothing_that_is_posted_breaks_the_door(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await line.PostAsync(host.Url + Messages, content);
        Assert.Equal(403, (int)answer.StatusCode);
        using var large = new ByteArrayContent(new byte[300 * 1024]);
        using var refused = await line.PostAsync(host.Url + Messages, large);
        Assert.Equal(413, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Reports_are_taken_as_they_come_and_what_says_nothing_is_passed_over()
    {
        foreach (var status in new[] { "queued", "read", "sent", "delivered", "strange" })
            Assert.Equal(200, await ReportAsync(("MessageStatus", status)));
        await ReportAsync(("MessageStatus", "undelivered"), ("ErrorCode", "63016"));
        Assert.Equal([DeliveryStage.Read, DeliveryStage.Sent, DeliveryStage.Delivered, DeliveryStage.Failed], host.Outbox.Reports.Select(report => report.Stage));
        Assert.Equal(("whatsapp", "SM1", "63016 undelivered"), (host.Outbox.Reports[^1].Channel, host.Outbox.Reports[^1].ChannelMessageId, host.Outbox.Reports[^1].Reason));
    }

    [Theory]
    [InlineData("STOP", "End", Command.Stop)]
    [InlineData("start", "Yes", Command.Start)]
    [InlineData("HELP", "Info", Command.Help)]
    public async Task What_Twilio_took_for_a_word_of_its_own_is_meant_so_and_answered(string type, string words, Command command)
    {
        await SayAsync(("Body", words), ("OptOutType", type));
        Assert.Equal(Said.Choice(Commands.Payload(command)) with { IsAnswered = true }, Assert.Single(host.Inbox.Taken).Said);
    }

    [Fact]
    public async Task Every_signed_sample_is_taken_as_it_expects()
    {
        foreach (var sample in Samples())
        {
            var before = host.Inbox.Taken.Count;
            using var answer = await line.SendAsync(Post(new Uri((string)sample["url"]!).PathAndQuery, (string)sample["rawBody"]!, (string)sample["headers"]!["X-Twilio-Signature"]!));
            Assert.True((int)answer.StatusCode == 200, (string?)sample["id"]);
            Check((string)sample["id"]!, sample["expect"]!.AsObject(), [.. host.Inbox.Taken.Skip(before)]);
        }
    }

    static void Check(string id, JsonObject expected, List<Inbound> taken)
    {
        if (expected["duplicateOf"] is not null)
            Assert.Empty(taken);
        if ((string?)expected["text"] is { } text && expected["payload"] is null)
            Assert.True(taken.Single().Said.Words == text, id);
        if ((string?)expected["payload"] is { } payload)
            Assert.True(taken.Single().Said == Said.Choice(payload), id);
        if (expected["media"] is JsonArray media)
            Assert.True(taken.Count == media.Count, id);
        if ((double?)expected["latitude"] is { } latitude)
            Assert.True(taken.Single().Said.Place!.StartsWith(FormattableString.Invariant($"{latitude} "), StringComparison.Ordinal), id);
        if (expected["optOut"] is not null)
            Assert.True((Commands.Read(taken.Single().Said.Words) ?? Commands.OfPayload(taken.Single().Said.Words)) == Command.Stop, id);
    }

    Task<int> SayAsync(params (string Name, string Value)[] fields) =>
        host.Twilio.PostAsync(Messages, [.. host.Twilio.Said(TwilioHost.Keza), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    Task<int> ReportAsync(params (string Name, string Value)[] fields) =>
        host.Twilio.PostAsync(Status, [new("MessageSid", "SM1"), new("To", $"whatsapp:{TwilioHost.Keza}"), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    List<JsonObject> Samples()
    {
        if (FakeTelegramSpecification.SharedFolder() is { } shared)
            return [.. JsonNode.Parse(File.ReadAllText(Path.Combine(shared, "fixtures", "twilio", "webhooks.json")))!.AsArray().Select(one => one!.AsObject())];
        output.WriteLine("not checked: ../shared is absent, so are the signed samples.");
        return [];
    }

    HttpRequestMessage Post(string path, string body, string signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, host.Url + path) { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        return request;
    }

    static string Body(IEnumerable<KeyValuePair<string, string>> fields) => string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
}
