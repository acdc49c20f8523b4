using System.Net;
using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults;

/// <summary>F7, one fault at a time: what Telegram can do to a message that goes out.</summary>
public sealed class TelegramFaultTests
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    [Fact]
    public async Task Too_fast_is_waited_for_as_long_as_Telegram_says_while_others_go_on()
    {
        await using var host = await FaultHost.StartAsync();
        host.Telegram.FailNext("sendMessage", FakeTelegramFault.TooFast(17));
        await host.PostAsync(UpdateOf.Text(1, 7, "one"));
        await host.Telegram.CalledAsync("sendMessage");
        await host.PostAsync(UpdateOf.Text(2, 7, "two"));
        await host.PostAsync(UpdateOf.Text(3, 8, "other"));
        await host.UntilAsync(() => host.Telegram.State.Messages(8).Any(), "the other chat");
        await host.UntilAsync(() => host.Telegram.State.Messages(7).Count() == 2, "both messages", Step);
        var again = host.Telegram.Calls.Where(call => call.Text == "one").ToList();
        Assert.InRange(again[1].At - again[0].At, TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(25));
        Assert.Equal(["one", "two"], host.Telegram.State.Messages(7).Select(message => message.Text));
    }

    [Fact]
    public async Task A_server_error_is_tried_again_and_the_order_is_kept()
    {
        await using var host = await FaultHost.StartAsync();
        for (var time = 0; time < 3; time++)
            host.Telegram.FailNext("sendMessage", FakeTelegramFault.ServerError);
        await host.PostAsync(UpdateOf.Text(1, 7, "one"));
        await host.PostAsync(UpdateOf.Text(2, 7, "two"));
        await host.UntilAsync(() => host.Telegram.State.Messages(7).Count() == 2, "both messages", Step);
        Assert.Equal(["one", "one", "one", "one", "two"], Sent(host, 7));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("half-open")]
    [InlineData("slow-loris")]
    public async Task What_nobody_knows_of_is_not_sent_again_blindly_and_the_next_goes_on(string fault)
    {
        await using var host = await FaultHost.StartAsync(null, ("Telegram:TimeoutSeconds", "1"));
        host.Telegram.FailNext("sendMessage", fault switch
        {
            "reset" => FakeTelegramFault.Reset,
            "half-open" => FakeTelegramFault.SlowBy(TimeSpan.FromMinutes(5)),
            _ => FakeTelegramFault.Trickle,
        });
        await host.PostAsync(UpdateOf.Text(1, 7, "one"));
        await host.PostAsync(UpdateOf.Text(2, 7, "two"));
        await host.UntilAsync(() => Sent(host, 7).Contains("two"), "the next message", Step);
        Assert.Equal(["one", "two"], Sent(host, 7));
        Assert.Equal(SendState.Unknown, (await host.Get<IOutbox>().AfterAsync(new Address("telegram", "7"), 0, default))[0].State);
    }

    [Fact]
    public async Task A_single_message_outlives_an_outage_that_is_longer_than_its_tries()
    {
        await using var host = await FaultHost.StartAsync();
        host.Telegram.FailAll("sendMessage", FakeTelegramFault.ServerError);
        await host.PostAsync(UpdateOf.Text(1, 7, "one"));
        await host.UntilAsync(() => Sent(host, 7).Count > RetrySchedule.MostTries + 3, "more tries than a message has", TimeSpan.FromSeconds(2));
        host.Telegram.FailAll("sendMessage", null);
        await host.UntilAsync(() => host.Telegram.State.Messages(7).Any(), "the message", TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Nobody_s_answer_waits_while_Telegram_does_not_answer()
    {
        await using var host = await FaultHost.StartAsync();
        host.Telegram.FailAll("sendMessage", FakeTelegramFault.SlowBy(TimeSpan.FromMinutes(5)));
        for (var chat = 1; chat <= 20; chat++)
            Assert.Equal(HttpStatusCode.OK, await host.PostAsync(UpdateOf.Text(chat, chat, "one")));
        var phone = new WebPhone(host.Http, "while-telegram-hangs");
        Assert.Equal("Muraho", Assert.Single(await phone.SayAsync("Muraho")).Text);
    }

    static List<string> Sent(FaultHost host, long chat) => [.. host.Telegram.Calls.Where(call => call.Method == "sendMessage" && call.Chat == chat).Select(call => call.Text)];
}
