using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class TelegramWebhookTests
{
    const string Update = """{"update_id":9,"message":{"message_id":1,"date":1760003001,"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"K"},"text":"yego"}}""";

    [Fact]
    public async Task What_is_said_arrives_once_by_the_webhook_that_was_set()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Telegram.Says(7, "Muraho");
        var taken = await host.Inbox.TakenAsync(1);
        Assert.Equal(Said.Text("Muraho"), Assert.Single(taken).Said with { Message = null });
    }

    [Fact]
    public async Task A_press_is_acknowledged()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Telegram.Happens(FakeTelegramPeople.Pressed(new FakeTelegramMessage(5, 7, "Q", [], false), "q:1:0"));
        Assert.NotNull((await host.Telegram.CalledAsync("answerCallbackQuery")).Body["callback_query_id"]);
    }

    [Fact]
    public async Task Telegram_sends_again_what_the_inbox_could_not_take()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Inbox.FailNext(2);
        host.Telegram.Says(7, "one");
        host.Telegram.Says(7, "two");
        Assert.Equal(["one", "two"], (await host.Inbox.TakenAsync(2)).Select(each => each.Said.Words));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret_of-the-test")]
    [InlineData("another")]
    public async Task A_wrong_secret_is_refused_and_nothing_kept(string? secret)
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host, Update, secret));
        Assert.Empty(host.Inbox.Taken);
    }

    [Fact]
    public async Task The_same_update_twice_is_taken_once()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        await PostAsync(host, Update, TelegramHost.Secret);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, Update, TelegramHost.Secret));
        Assert.Single(host.Inbox.Taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"date":99999999999999,"chat":{"id":1,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"martian"},"text":"x"}}""")]
    [InlineData("""{"update_id":1,"brand_new_update":{"x":1}}""")]
    public async Task What_cannot_be_read_is_acknowledged_so_that_it_blocks_nobody(string body)
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, body, TelegramHost.Secret));
    }

    [Fact]
    public async Task An_update_over_a_megabyte_is_refused()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(host, new string('x', 1024 * 1024 + 1), TelegramHost.Secret));
    }

    [Fact]
    public async Task Commands_are_set_in_every_language_and_by_default()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        await host.Telegram.CalledAsync("setMyCommands", 4);
        Assert.Equal(["", "en", "fr", "rw"], host.Telegram.State.Commands.Keys.Order());
        Assert.Contains(host.Telegram.Calls, call => (string?)call.Body["language_code"] == "rw"
            && call.Body["commands"]!.AsArray().Any(command => (string?)command!["description"] == Text.Of(Language.Rw, "chat.command.stop")));
    }

    static async Task<HttpStatusCode> PostAsync(TelegramHost host, string body, string? secret)
    {
        using var line = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.WebhookUrl) { Content = new StringContent(body, null, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await line.SendAsync(request);
        return answer.StatusCode;
    }
}
