using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Bot.Outbox;

public sealed class SendingChannelsTests
{
    [Fact]
    public async Task What_tells_whom_to_call_is_tried_though_its_channel_rests()
    {
        var line = new Line();
        var channels = new SendingChannels([line], TimeProvider.System, NullLogger<SendingChannels>.Instance);
        for (var time = 0; time < Circuit.MostFailures; time++)
            await channels.SendAsync(Message(isUrgent: false), null, default);
        line.IsUp = true;
        Assert.IsType<Throttled>(await channels.SendAsync(Message(isUrgent: false), null, default));
        Assert.IsType<Sent>(await channels.SendAsync(Message(isUrgent: true), null, default));
    }

    static Sending Message(bool isUrgent) =>
        new("a/1", new Address("line", "7"), 1, new Outbound("words") { IsUrgent = isUrgent }, SendState.Pending, 0, default, "");

    sealed class Line : IChannel
    {
        public bool IsUp { get; set; }

        public string Name => "line";

        public bool IsFetched => false;

        public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop) =>
            Task.FromResult<Delivery>(IsUp ? new Sent("1") : new Failed("down", IsPermanent: false));
    }
}
