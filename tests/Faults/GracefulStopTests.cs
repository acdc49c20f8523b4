using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults;

/// <summary>A stop on purpose: turns that began are finished, replies that are ready go out within the bound, and nothing is lost when it is over.</summary>
public sealed class GracefulStopTests
{
    [Fact]
    public async Task Replies_that_are_ready_go_out_before_the_end()
    {
        await using var host = await FaultHost.StartAsync(null, ("Outbox:Senders", "1"), ("Outbox:DrainSeconds", "10"));
        host.Telegram.FailNext("sendMessage", FakeTelegramFault.SlowBy(TimeSpan.FromSeconds(1)));
        for (var chat = 1; chat <= 20; chat++)
            await host.PostAsync(UpdateOf.Text(chat, chat, "Muraho"));
        await host.HandledAsync();
        await host.StopAsync();
        Assert.All(Enumerable.Range(1, 20), chat => Assert.Single(host.Telegram.State.Messages(chat)));
    }

    [Fact]
    public async Task A_turn_that_began_is_finished_and_its_reply_goes_out()
    {
        using var isDeciding = new ManualResetEventSlim();
        using var mayDecide = new ManualResetEventSlim();
        await using var host = await FaultHost.StartAsync((conversation, inbound, now) =>
        {
            isDeciding.Set();
            mayDecide.Wait();
            return FaultHost.Echo(conversation, inbound, now);
        });
        await host.PostAsync(UpdateOf.Text(1, 7, "Muraho"));
        isDeciding.Wait();
        var stopping = host.StopAsync();
        await host.ClosedAsync();
        mayDecide.Set();
        await stopping;
        Assert.Equal("Muraho", Assert.Single(host.Telegram.State.Messages(7)).Text);
    }

    [Fact]
    public async Task When_the_bound_is_over_what_is_ready_keeps_its_place_and_what_is_on_its_way_is_not_sent_again()
    {
        await using var host = await FaultHost.StartAsync(null, ("Outbox:Senders", "1"), ("Outbox:DrainSeconds", "1"));
        host.Telegram.FailAll("sendMessage", FakeTelegramFault.SlowBy(TimeSpan.FromMinutes(5)));
        await host.PostAsync(UpdateOf.Text(1, 7, "one"));
        await host.Telegram.CalledAsync("sendMessage");
        await host.PostAsync(UpdateOf.Text(2, 8, "two"));
        await host.HandledAsync();
        await host.StopAsync();
        Assert.Equal((SendState.Unknown, SendState.Pending), (await StateAsync(host, "7"), await StateAsync(host, "8")));
    }

    static async Task<SendState> StateAsync(FaultHost host, string chat) =>
        Assert.Single(await host.Get<IOutbox>().AfterAsync(new Address("telegram", chat), 0, default)).State;
}
