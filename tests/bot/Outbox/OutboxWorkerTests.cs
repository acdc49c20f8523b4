using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Stores;
using RbcBot.Tests.Stores.LiteDb;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Bot.Outbox;

public sealed class OutboxWorkerTests : IDisposable
{
    readonly LiteDbPlace place = new();
    readonly FakeChannel channel = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Messages_go_out_in_order()
    {
        using var worker = await StartAsync();
        await SayAsync("1", new Outbound("a"), new Outbound("b"));
        Assert.Equal(["a", "b"], [(await channel.NextAsync()).Text, (await channel.NextAsync()).Text]);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Redraw_edits_the_message_before_it()
    {
        using var worker = await StartAsync();
        await SayAsync("1", new Outbound("a"), new Outbound("a", [], Redraws: true));
        Assert.Null((await channel.NextAsync()).Earlier);
        Assert.Equal("m1", (await channel.NextAsync()).Earlier);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Throttled_message_goes_again_before_the_next_one()
    {
        channel.Answers.Enqueue(new Throttled(TimeSpan.Zero));
        using var worker = await StartAsync();
        await SayAsync("1", new Outbound("a"), new Outbound("b"));
        Assert.Equal(["a", "a", "b"], [(await channel.NextAsync()).Text, (await channel.NextAsync()).Text, (await channel.NextAsync()).Text]);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Redraw_waits_a_second_for_a_store_that_cannot_be_read()
    {
        await SayAsync("1", new Outbound("a", [], Redraws: true));
        using var worker = Worker(new UnreadableOnce(place.Ports.Outbox));
        var sending = worker.SendAsync(await place.Ports.Outbox.NextAsync(default), default);
        Assert.False(sending.IsCompleted);
        place.Clock.Advance(TimeSpan.FromSeconds(1));
        await sending;
        Assert.Equal("a", (await channel.NextAsync()).Text);
    }

    [Fact]
    public async Task What_is_worth_nothing_any_more_is_not_sent()
    {
        await SayAsync("1", new Outbound("a") { ExpiresAt = Noon }, new Outbound("b"));
        using var worker = await StartAsync();
        Assert.Equal("b", (await channel.NextAsync()).Text);
        await worker.StopAsync(default);
        Assert.Equal(SendState.Expired, (await place.Ports.Outbox.AfterAsync(Chat, 0, default))[0].State);
    }

    [Fact]
    public async Task What_fails_for_good_does_not_keep_the_next_one_back()
    {
        channel.Answers.Enqueue(new Failed("63007", IsPermanent: true) { IsOurs = true });
        channel.Answers.Enqueue(new WindowClosed("63016"));
        channel.Answers.Enqueue(new Unknown("time-out"));
        using var worker = await StartAsync();
        await SayAsync("1", new Outbound("a"), new Outbound("b"), new Outbound("c"), new Outbound("d"));
        Assert.Equal(["a", "b", "c", "d"], [(await channel.NextAsync()).Text, (await channel.NextAsync()).Text, (await channel.NextAsync()).Text, (await channel.NextAsync()).Text]);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Too_fast_for_all_rests_the_others_too()
    {
        channel.Answers.Enqueue(new Throttled(TimeSpan.FromMinutes(1)) { IsForAll = true });
        using var worker = Worker(place.Ports.Outbox);
        await SayAsync("1", new Outbound("a"));
        await worker.SendAsync(await place.Ports.Outbox.NextAsync(default), default);
        await place.Ports.TurnAsync(Text(new("telegram", "78"), "1"), next => Turn(next, "other"));
        await worker.SendAsync(await place.Ports.Outbox.NextAsync(default), default);
        Assert.Equal(["a"], channel.Sent);
    }

    [Fact]
    public async Task What_we_hold_back_ourselves_does_not_say_that_the_channel_is_well()
    {
        for (var failure = 0; failure < Circuit.MostFailures - 1; failure++)
            channel.Answers.Enqueue(new Failed("502", IsPermanent: false));
        channel.Answers.Enqueue(new Throttled(TimeSpan.FromMinutes(1)) { IsOwn = true });
        channel.Answers.Enqueue(new Failed("502", IsPermanent: false));
        using var worker = Worker(place.Ports.Outbox);
        for (var person = 0; person < Circuit.MostFailures + 2; person++)
        {
            await place.Ports.TurnAsync(Text(new("telegram", $"{80 + person}"), "1"), next => Turn(next, "a"));
            await worker.SendAsync(await place.Ports.Outbox.NextAsync(default), default);
        }

        // The last finds the channel at rest.
        Assert.Equal(Circuit.MostFailures + 1, channel.Sent.Count);
    }

    async Task<OutboxWorker> StartAsync()
    {
        var worker = Worker(place.Ports.Outbox);
        await worker.StartAsync(default);
        return worker;
    }

    OutboxWorker Worker(IOutbox outbox) => new(
        outbox, new SendingChannels([channel], place.Clock, NullLogger<SendingChannels>.Instance), new OutboxOptions(), NullLogger<OutboxWorker>.Instance);

    async Task SayAsync(string id, params Outbound[] replies) => await place.Ports.TurnAsync(Text(Chat, id), next => Turn(next) with { Replies = replies });

    sealed class UnreadableOnce(IOutbox outbox) : IOutbox
    {
        bool wasAsked;

        public Task<string?> LastSentAsync(Address to, CancellationToken stop)
        {
            var isFirst = !wasAsked;
            wasAsked = true;
            return isFirst ? throw new IOException("The database is closed.") : outbox.LastSentAsync(to, stop);
        }

        public ValueTask<Sending> NextAsync(CancellationToken stop) => outbox.NextAsync(stop);

        public Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop) => outbox.ReportAsync(report, stop);

        public Task<Sending> MarkAsync(Sending sending, Mark mark, CancellationToken stop) =>
            outbox.MarkAsync(sending, mark, stop);

        public Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop) => outbox.LastAsync(to, most, stop);

        public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop) => outbox.AfterAsync(to, number, stop);

        public Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop) => outbox.WaitAsync(to, number, time, stop);
    }

    sealed class FakeChannel : IChannel
    {
        readonly Channel<(string Text, string? Earlier)> sent = Channel.CreateUnbounded<(string, string?)>();
        int count;

        public Queue<Delivery> Answers { get; } = [];

        public List<string> Sent { get; } = [];

        public string Name => "telegram";

        public bool IsFetched => false;

        public async Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
        {
            Sent.Add(sending.Message.Text);
            await sent.Writer.WriteAsync((sending.Message.Text, earlier), stop);
            return Answers.TryDequeue(out var answer) ? answer : new Sent($"m{++count}");
        }

        public ValueTask<(string Text, string? Earlier)> NextAsync() => sent.Reader.ReadAsync();
    }
}
