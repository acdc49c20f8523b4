using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using RbcBot.Core.Texts;
using RbcBot.Tests.Channels;

namespace RbcBot.Tests.Faults.Danger;

/// <summary>A text of danger that cannot be taken, or not in time: whom to call is told all the same, within two seconds.</summary>
public sealed class FirstAidTests
{
    const string Danger = "Ndashaka kwiyahura";

    static readonly string Card = Text.Of(Language.Rw, "safety.card.imminent");
    static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("full")]
    [InlineData("broken")]
    [InlineData("slow")]
    public async Task Card_goes_out_though_the_store_does_not_take_the_text(string store)
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        var slow = new TaskCompletionSource();
        if (store == "full")
            host.Inbox.IsFull = true;
        else if (store == "broken")
            host.Inbox.FailNext();
        else
            host.Inbox.Until = slow.Task;
        var since = Stopwatch.GetTimestamp();
        var posted = PostAsync(host, 1, Danger);
        await host.Telegram.CalledAsync("sendMessage");
        Assert.True(Stopwatch.GetElapsedTime(since) < Bound);
        Assert.Contains(Card, (await host.Telegram.NextAsync(7)).Text, StringComparison.Ordinal);
        slow.SetResult();
        Assert.Equal(store == "slow" ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, await posted);
        Assert.Equal(store == "slow" ? 1 : 0, host.Inbox.Taken.Count);
    }

    [Fact]
    public async Task Text_that_is_refused_again_and_again_brings_one_card_and_is_taken_in_the_end()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Inbox.FailNext(3);
        host.Telegram.Says(7, Danger);
        await host.Inbox.TakenAsync(1);
        Assert.Single(host.Telegram.Calls, call => call.Method == "sendMessage");
    }

    [Fact]
    public async Task Other_words_bring_none()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Inbox.FailNext();
        host.Telegram.Says(7, "yego");
        await host.Inbox.TakenAsync(1);
        Assert.DoesNotContain(host.Telegram.Calls, call => call.Method == "sendMessage");
    }

    [Fact]
    public async Task Card_that_Telegram_did_not_take_is_tried_again()
    {
        await using var host = await TelegramHost.WithWebhookAsync();
        host.Inbox.IsFull = true;
        host.Telegram.FailNext("sendMessage", RbcBot.Tests.Given.FakeTelegramFault.ServerError);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(host, 1, Danger));
        Assert.Contains(Card, (await host.Telegram.NextAsync(7)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("broken")]
    [InlineData("slow")]
    public async Task Web_chat_gets_the_card_with_the_refusal(string store)
    {
        await using var host = await WebHost.StartAsync();
        var slow = new TaskCompletionSource();
        host.Inbox.IsFull = store == "full";
        host.Inbox.FailNext(store == "broken" ? 2 : 0);
        host.Inbox.Until = store == "slow" ? slow.Task : Task.CompletedTask;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/chat/{WebHost.Session}/messages") { Content = JsonContent.Create(new { id = "1", text = Danger }) };
        request.Headers.Add("Accept-Language", "rw");
        var since = Stopwatch.GetTimestamp();
        using var answer = await host.Line.SendAsync(request);
        Assert.True(Stopwatch.GetElapsedTime(since) < Bound);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.StartsWith(Card, (await answer.Content.ReadFromJsonAsync<JsonObject>())?["card"]?.GetValue<string>(), StringComparison.Ordinal);
        slow.SetResult();
        if (store == "broken")
            Assert.DoesNotContain("card", await (await host.Line.PostAsJsonAsync($"/chat/{WebHost.Session}/messages", new { id = "2", text = "yego" })).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static async Task<HttpStatusCode> PostAsync(TelegramHost host, int number, string words)
    {
        using var line = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.WebhookUrl) { Content = new StringContent(UpdateOf.Text(number, 7, words).ToJsonString()) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramHost.Secret);
        using var answer = await line.SendAsync(request);
        return answer.StatusCode;
    }
}
