using RbcBot.Bot.Channels.Telegram;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class TelegramPollingTests
{
    [Fact]
    public async Task What_is_said_arrives_in_order()
    {
        await using var host = await TelegramHost.PollingAsync();
        host.Telegram.Says(7, "/start PRE1");
        host.Telegram.Says(7, "rimwe");
        var taken = await host.Inbox.TakenAsync(2);
        Assert.Equal([Said.Enter("PRE1"), Said.Text("rimwe")], taken.Select(each => each.Said with { Message = null }));
    }

    [Fact]
    public async Task No_update_is_lost_when_the_inbox_fails_once()
    {
        await using var host = await TelegramHost.PollingAsync();
        host.Inbox.FailNext();
        host.Telegram.Says(7, "one");
        host.Telegram.Says(7, "two");
        Assert.Equal(["one", "two"], (await host.Inbox.TakenAsync(2)).Select(each => each.Said.Words));
    }

    [Fact]
    public async Task An_unreadable_update_does_not_hold_up_the_ones_after_it()
    {
        await using var host = await TelegramHost.PollingAsync();
        var unreadable = FakeTelegramPeople.Said(7, "x");
        unreadable["message"]!["date"] = 99999999999999;
        host.Telegram.Happens(unreadable);
        host.Telegram.Says(7, "after");
        Assert.Equal("after", (await host.Inbox.TakenAsync(1))[0].Said.Words);
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again()
    {
        await using var host = await TelegramHost.PollingAsync();
        host.Telegram.FailNext("getUpdates", FakeTelegramFault.BadGateway);
        host.Telegram.Says(7, "one");
        host.Telegram.Says(7, "two");
        await host.Inbox.TakenAsync(2);
    }

    [Fact]
    public async Task A_webhook_of_before_is_taken_away_first()
    {
        await using var host = await TelegramHost.PollingAsync();
        await host.Telegram.CalledAsync("getUpdates");
        Assert.Contains(host.Telegram.Calls.TakeWhile(call => call.Method != "getUpdates"), call => call.Method == "deleteWebhook");
    }

    [Fact]
    public async Task A_press_is_taken_and_acknowledged_even_when_the_acknowledgement_is_too_late()
    {
        await using var host = await TelegramHost.PollingAsync();
        host.Telegram.FailNext("answerCallbackQuery", FakeTelegramFault.BadRequest("query is too old and response timeout expired or query ID is invalid"));
        await host.SendAsync(new Outbound("Q", [new Button("Yego", "q:1:0")]));
        host.Telegram.Presses(7, "Yego");
        Assert.Equal(Said.Choice("q:1:0"), (await host.Inbox.TakenAsync(1))[0].Said);
        await host.Telegram.CalledAsync("answerCallbackQuery");
    }

    [Fact]
    public async Task The_bot_learns_its_name_for_links()
    {
        await using var host = await TelegramHost.PollingAsync();
        await host.Telegram.CalledAsync("setMyCommands");
        Assert.Equal(new Uri($"https://t.me/{FakeTelegram.BotName}?start=PRE1"), host.Get<TelegramName>().LinkTo("PRE1"));
    }
}
