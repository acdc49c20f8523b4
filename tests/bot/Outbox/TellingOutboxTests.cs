using RbcBot.Bot.Observing;
using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Stores.LiteDb;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Bot.Outbox;

public sealed class TellingOutboxTests : IDisposable
{
    readonly LiteDbPlace place = new();
    readonly ChannelWatch watch;
    readonly TellingOutbox outbox;

    public TellingOutboxTests()
    {
        watch = new ChannelWatch(place.Clock);
        outbox = new TellingOutbox(place.Ports.Outbox, place.Ports.Inbox, watch, place.Clock);
    }

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(SendState.Blocked, FailureClass.OptedOut, SaidKind.Blocked)]
    [InlineData(SendState.Failed, FailureClass.Address, SaidKind.Unreachable)]
    public async Task Address_that_is_closed_is_told_to_its_conversation_once(SendState state, FailureClass its, SaidKind kind)
    {
        var sending = await SayAsync();
        await outbox.MarkAsync(sending, new Mark(state, "", "code") { Class = its }, default);
        Assert.Single(await place.Ports.Inbox.UnhandledAsync(default));
        var told = await place.Ports.Inbox.NextAsync(default);
        Assert.Equal((Chat, kind), (told.Inbound.From, told.Inbound.Said.Kind));
        Assert.False(await place.Ports.Inbox.AcceptAsync(told.Inbound, default));
    }

    [Theory]
    [InlineData(FailureClass.OptedOut, SaidKind.Blocked)]
    [InlineData(FailureClass.Address, SaidKind.Unreachable)]
    public async Task Address_that_a_report_closes_is_told_however_often_it_comes(FailureClass its, SaidKind kind)
    {
        await outbox.MarkAsync(await SayAsync(), new Mark(SendState.Sent, "m1"), default);
        await ReportAsync("m1", its);
        await ReportAsync("m1", its);
        Assert.Single(await place.Ports.Inbox.UnhandledAsync(default));
        Assert.Equal(kind, (await place.Ports.Inbox.NextAsync(default)).Inbound.Said.Kind);
    }

    [Theory]
    [InlineData(FailureClass.Later)]
    [InlineData(FailureClass.Never)]
    [InlineData(FailureClass.Template)]
    [InlineData(FailureClass.Alert)]
    public async Task What_is_not_the_address_s_fault_closes_nothing(FailureClass its)
    {
        await outbox.MarkAsync(await SayAsync(), new Mark(SendState.Sent, "m1"), default);
        await ReportAsync("m1", its);
        Assert.Empty(await place.Ports.Inbox.UnhandledAsync(default));
    }

    [Theory]
    [InlineData(FailureClass.OptedOut, SaidKind.Blocked)]
    [InlineData(FailureClass.Address, SaidKind.Unreachable)]
    public async Task Address_that_a_report_closes_before_our_own_mark_is_told_with_the_mark(FailureClass its, SaidKind kind)
    {
        var sending = await SayAsync();
        await ReportAsync("m1", its);
        Assert.Empty(await place.Ports.Inbox.UnhandledAsync(default));
        await outbox.MarkAsync(sending, new Mark(SendState.Sent, "m1"), default);
        Assert.Equal(kind, (await place.Ports.Inbox.NextAsync(default)).Inbound.Said.Kind);
    }

    [Fact]
    public async Task Settings_that_a_report_blames_before_our_own_mark_are_an_operator_s_problem()
    {
        var sending = await SayAsync();
        await ReportAsync("m1", FailureClass.Alert);
        await outbox.MarkAsync(sending, new Mark(SendState.Sent, "m1"), default);
        Assert.Equal("503.9", watch.Of("telegram")?.Id);
    }

    [Fact]
    public async Task Settings_that_a_report_blames_are_an_operator_s_problem()
    {
        await outbox.MarkAsync(await SayAsync(), new Mark(SendState.Sent, "m1"), default);
        Assert.Null(watch.Of("telegram"));
        await ReportAsync("m1", FailureClass.Alert);
        Assert.Equal("503.9", watch.Of("telegram")?.Id);
    }

    [Fact]
    public async Task Channel_that_is_switched_off_is_an_operator_s_problem()
    {
        var channels = new SendingChannels([], place.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<SendingChannels>.Instance);
        var sending = await SayAsync();
        var mark = RetrySchedule.After(await channels.SendAsync(sending, null, default), sending.Tries, place.Clock.GetUtcNow(), 0);
        Assert.Equal((SendState.Failed, FailureClass.Alert), (mark.State, mark.Class));
        await outbox.MarkAsync(sending, mark, default);
        Assert.Contains("There is no channel telegram", watch.Of("telegram")?.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_of_a_message_that_nobody_knows_tells_nothing()
    {
        Assert.Null(await ReportAsync("m9", FailureClass.OptedOut));
        Assert.Empty(await place.Ports.Inbox.UnhandledAsync(default));
    }

    Task<Sending?> ReportAsync(string id, FailureClass its) =>
        outbox.ReportAsync(new DeliveryReport("telegram", id, DeliveryStage.Failed, "code", Noon) { Class = its }, default);

    async Task<Sending> SayAsync()
    {
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next, "a"));
        return await outbox.NextAsync(default);
    }
}
