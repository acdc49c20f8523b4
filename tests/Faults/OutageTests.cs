using System.Net;
using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F7, the long ones: Telegram is away for half an hour, and what gathered goes out in order and within the pace. RBCBOT_BACKLOG says how many messages; 10,000 is the bar.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    const int MessagesEach = 4, PerSecond = 25;

    static readonly TimeSpan Outage = TimeSpan.FromMinutes(30), Step = TimeSpan.FromMilliseconds(200);
    static readonly int Backlog = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_BACKLOG") ?? "600");
    static readonly int Chats = Backlog / MessagesEach;

    [Fact]
    public async Task Half_an_hour_of_outage_loses_nothing_and_drains_in_order_within_the_pace()
    {
        await using var host = await FaultHost.StartAsync(null, ("Telegram:MessagesPerSecond", $"{PerSecond}"));
        host.Patience = TimeSpan.FromSeconds(180 + Backlog / 50);
        host.Telegram.FailAll("sendMessage", FakeTelegramFault.BadGateway);
        await SayAllAsync(host);
        var began = host.Clock.GetUtcNow();
        // In small steps at first: one jump of the clock lets seconds of messages go before any of them can fail.
        await host.UntilAsync(() => host.Clock.GetUtcNow() >= began + TimeSpan.FromSeconds(5), "the line is found broken", Step);
        await host.UntilAsync(() => host.Clock.GetUtcNow() >= began + Outage, "the outage passes", TimeSpan.FromSeconds(5));
        var probes = host.Telegram.Calls.Count(call => call.Method == "sendMessage");
        host.Telegram.FailAll("sendMessage", null);
        var over = host.Clock.GetUtcNow();
        await host.UntilAsync(() => host.Telegram.State.Count >= Backlog, $"{Backlog} messages drain", Step);

        output.WriteLine($"{Backlog} messages to {Chats} chats, {probes} probes in {Outage.TotalMinutes} min, drained in {(host.Clock.GetUtcNow() - over).TotalSeconds:0} s of the clock");
        Assert.InRange(probes, Circuit.MostFailures, 100);
        Assert.All(Enumerable.Range(1, Chats), chat => Assert.Equal(
            Enumerable.Range(0, MessagesEach).Select(number => $"{number}"), host.Telegram.State.Messages(chat).Select(message => message.Text)));
        Paced([.. host.Telegram.Calls.Where(call => call.Method == "sendMessage" && call.At > over)]);
    }

    // The inbound path does not feel the outage: everything is acknowledged and decided while nothing goes out.
    static async Task SayAllAsync(FaultHost host)
    {
        var update = 0;
        for (var number = 0; number < MessagesEach; number++)
            foreach (var chats in Enumerable.Range(1, Chats).Chunk(16))
                Assert.All(
                    await Task.WhenAll(chats.Select(chat => host.PostAsync(UpdateOf.Text(Interlocked.Increment(ref update), chat, $"{number}")))),
                    answer => Assert.Equal(HttpStatusCode.OK, answer));
        await host.UntilAsync(() => host.Decided.Count == Backlog, "every message has its turn although nothing goes out");
    }

    // The clock goes in steps, and a call is dated when it arrives: what was allowed in a step may be counted in the next.
    static void Paced(List<FakeTelegramCall> calls)
    {
        const int AtOnce = 25, Slack = 10;
        for (var first = 0; first < calls.Count; first += 20)
        {
            var within = calls.Skip(first).TakeWhile(call => call.At - calls[first].At < TimeSpan.FromSeconds(10)).Count();
            Assert.InRange(within, 1, PerSecond * 10 + AtOnce + Slack);
        }

        foreach (var chat in calls.GroupBy(call => call.Chat))
            Assert.True(chat.Max(call => call.At) - chat.Min(call => call.At) >= TimeSpan.FromSeconds(chat.Count() - 3) - Step * 2, $"Chat {chat.Key} was written to faster than once a second.");
    }
}
