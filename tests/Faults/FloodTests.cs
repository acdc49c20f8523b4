using System.Net;
using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults;

/// <summary>F20, the rule: beyond so many messages a minute the web chat asks to wait, and Telegram's person is told once a minute.</summary>
public sealed class FloodTests
{
    const int Limit = 10;

    static readonly (string, string) Setting = ("Inbox:MessagesPerMinute", $"{Limit}");

    [Fact]
    public async Task Telegram_is_answered_200_the_limit_is_taken_and_one_notice_a_minute()
    {
        await using var host = await FaultHost.StartAsync(null, Setting);
        for (var minute = 0; minute < 2; minute++)
        {
            for (var number = 0; number < 3 * Limit; number++)
                Assert.Equal(HttpStatusCode.OK, await host.PostAsync(UpdateOf.Text(minute * 1000 + number, 7, $"{number}")));
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await host.UntilAsync(() => host.Decided.Count >= 2 * (Limit + 1), "what was taken has its turn");
        await host.PostAsync(UpdateOf.Text(5000, 7, "the end"));
        await host.UntilAsync(() => host.Decided.Any(inbound => inbound.Said.Words == "the end"), "the end");
        Assert.Equal(2, host.Decided.Count(inbound => inbound.Said == Said.Due("fast")));
        Assert.Equal(2 * (Limit + 1) + 1, host.Decided.Count);
    }

    [Fact]
    public async Task The_web_chat_says_429_and_when_to_come_again_and_then_takes_it()
    {
        await using var host = await FaultHost.StartAsync(null, Setting);
        var phone = new Given.WebPhone(host.Http, "flooding-phone");
        for (var number = 0; number < Limit; number++)
            Assert.Equal(HttpStatusCode.Accepted, await phone.PostAsync(new { id = $"{number}", text = "x" }, default));
        using var answer = await host.Http.PostAsync("/chat/flooding-phone/messages", new StringContent("{\"id\":\"late\",\"text\":\"x\"}", null, "application/json"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        host.Clock.Advance(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.Accepted, await phone.PostAsync(new { id = "late", text = "x" }, default));
    }

    [Fact]
    public async Task Others_are_taken_while_one_floods()
    {
        await using var host = await FaultHost.StartAsync(null, Setting);
        for (var number = 0; number < 10 * Limit; number++)
            await host.PostAsync(UpdateOf.Text(number, 7, "x"));
        await host.PostAsync(UpdateOf.Text(9999, 8, "Muraho"));
        await host.UntilAsync(() => host.Telegram.State.Messages(8).Any(), "the other person's answer");
        Assert.Equal("Muraho", host.Telegram.State.Messages(8).First().Text);
    }

    [Fact]
    public void What_is_counted_of_people_is_bounded_and_forgotten_after_the_minute()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var floods = new Floods(new InboxOptions(MessagesPerMinute: 1), clock);
        var one = new Address("telegram", "1");
        Assert.Equal([null, 60, 60], [floods.Count(one)?.SecondsLeft, floods.Count(one)?.SecondsLeft, floods.Count(one)?.SecondsLeft]);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(floods.Count(one));
    }
}
