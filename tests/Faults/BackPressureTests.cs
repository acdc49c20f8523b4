using System.Net;
using System.Net.Http.Json;
using RbcBot.Tests.Channels;

namespace RbcBot.Tests.Faults;

/// <summary>A full inbox: channels that bring their messages again are asked to, and none is lost.</summary>
public sealed class BackPressureTests
{
    const string Update = """{"update_id":9,"message":{"message_id":1,"date":1760003001,"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"K"},"text":"yego"}}""";

    [Fact]
    public async Task The_webhook_says_503_and_when_to_come_again_and_takes_nothing()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Inbox.IsFull = true;
        using var line = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.WebhookUrl) { Content = new StringContent(Update) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramHost.Secret);
        using var answer = await line.SendAsync(request);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(3)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.Empty(host.Inbox.Taken);
    }

    [Fact]
    public async Task What_Telegram_holds_back_comes_in_order_once_there_is_room()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Inbox.IsFull = true;
        host.Telegram.Says(7, "one");
        host.Telegram.Says(7, "two");
        await Task.Delay(100);
        host.Inbox.IsFull = false;
        Assert.Equal(["one", "two"], (await host.Inbox.TakenAsync(2)).Select(each => each.Said.Words));
    }

    [Fact]
    public async Task Polling_takes_nothing_until_there_is_room()
    {
        await using var host = await TelegramHost.PollingAsync();
        await host.Telegram.CalledAsync("getUpdates");
        host.Inbox.IsFull = true;
        host.Telegram.Says(7, "one");
        host.Telegram.Says(7, "two");
        await Task.Delay(400);
        Assert.Empty(host.Inbox.Taken);
        host.Inbox.IsFull = false;
        Assert.Equal(["one", "two"], (await host.Inbox.TakenAsync(2)).Select(each => each.Said.Words));
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("files")]
    public async Task The_web_chat_says_503_and_when_to_come_again(string what)
    {
        await using var host = await WebHost.StartAsync();
        host.Inbox.IsFull = true;
        using var answer = await host.Line.PostAsJsonAsync($"/chat/{WebHost.Session}/{what}", new { id = "1", text = "Muraho" });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(3)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.Empty(host.Inbox.Taken);
    }
}
