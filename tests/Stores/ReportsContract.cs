using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What channels report later: of what came to no answer, and of what failed on its way.</summary>
public abstract class ReportsContract(IStorePlace place) : IDisposable
{
    IOutbox Outbox => place.Ports.Outbox;

    IDeliveries Deliveries => place.Ports.Deliveries;

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(DeliveryStage.Delivered, SendState.Delivered)]
    [InlineData(DeliveryStage.Read, SendState.Read)]
    [InlineData(DeliveryStage.Failed, SendState.Failed)]
    public async Task Report_says_how_far_a_message_came(DeliveryStage stage, SendState state)
    {
        await SentAsync("m1");
        Assert.NotNull(await ReportAsync("m1", stage));
        place.Reopen();
        Assert.Equal(state, (await FirstAsync()).State);
    }

    [Fact]
    public async Task Report_that_comes_late_takes_nothing_back()
    {
        await SentAsync("m1");
        foreach (var stage in new[] { DeliveryStage.Read, DeliveryStage.Delivered, DeliveryStage.Failed })
            await ReportAsync("m1", stage);
        Assert.Equal(SendState.Read, (await FirstAsync()).State);
    }

    [Fact]
    public async Task Report_that_comes_before_our_own_mark_is_not_lost()
    {
        await SayAsync("1", "a");
        var sending = await Outbox.NextAsync(default);
        Assert.Null(await ReportAsync("m1", DeliveryStage.Read));
        await ReportAsync("m1", DeliveryStage.Delivered);
        Assert.Equal(SendState.Read, (await Outbox.MarkAsync(sending, SendState.Sent, "m1", "", null, default)).State);
        Assert.Equal(SendState.Read, (await FirstAsync()).State);
    }

    [Fact]
    public async Task Mark_gives_the_failure_that_was_reported_before_it()
    {
        await SayAsync("1", "a");
        var sending = await Outbox.NextAsync(default);
        await FailLaterAsync("m1", FailureClass.Address);
        var stands = await Outbox.MarkAsync(sending, SendState.Sent, "m1", "", null, default);
        Assert.Equal((SendState.Failed, FailureClass.Address, "m1"), (stands.State, stands.Class, stands.ChannelMessageId));
        Assert.Equal("code", stands.Attempts[^1].Reason);
        Assert.Equal(SendState.Failed, (await FirstAsync()).State);
    }

    [Fact]
    public async Task Report_that_comes_early_lives_through_a_restart()
    {
        await SayAsync("1", "a");
        await ReportAsync("m1", DeliveryStage.Delivered);
        place.Reopen();
        await Outbox.MarkAsync(await Outbox.NextAsync(default), SendState.Sent, "m1", "", null, default);
        Assert.Equal(SendState.Delivered, (await FirstAsync()).State);
    }

    [Fact]
    public async Task What_comes_to_no_answer_is_found_by_our_own_name_and_keeps_the_channel_s_id()
    {
        var sending = await UnknownAsync();
        place.Reopen();
        var stands = await Outbox.ReportAsync(Named(sending, "m1", DeliveryStage.Sent), default);
        Assert.Equal((SendState.Sent, "m1", Chat), (stands!.State, stands.ChannelMessageId, stands.To));
        Assert.Empty(await Deliveries.GivenUpAsync(null, 10, default));
        await Outbox.ReportAsync(Named(sending, "m1", DeliveryStage.Read), default);
        Assert.Equal((SendState.Read, "m1"), await FirstAsync() is var first ? (first.State, first.ChannelMessageId) : default);
    }

    [Theory]
    [InlineData(DeliveryStage.Sent, SendState.Sent)]
    [InlineData(DeliveryStage.Delivered, SendState.Delivered)]
    [InlineData(DeliveryStage.Failed, SendState.Failed)]
    public async Task What_came_to_no_answer_may_have_been_told_of_before(DeliveryStage stage, SendState state)
    {
        await SayAsync("1", "a");
        var sending = await Outbox.NextAsync(default);
        Assert.Null(await Outbox.ReportAsync(Named(sending, "m1", stage), default));
        place.Reopen();
        sending = await Outbox.NextAsync(default);
        await Outbox.MarkAsync(sending, new Mark(SendState.Unknown, "", "time-out") { Class = FailureClass.Unknown }, default);
        Assert.Equal((state, "m1"), await FirstAsync() is var first ? (first.State, first.ChannelMessageId) : default);
    }

    [Fact]
    public async Task That_it_was_sent_told_early_is_news_of_what_nobody_knew()
    {
        await SayAsync("1", "a");
        var sending = await Outbox.NextAsync(default);
        await ReportAsync("m1", DeliveryStage.Sent);
        await Outbox.MarkAsync(sending, new Mark(SendState.Unknown, "m1", "not readable") { Class = FailureClass.Unknown }, default);
        Assert.Equal(SendState.Sent, (await FirstAsync()).State);
    }

    [Fact]
    public async Task What_is_told_by_our_own_name_of_one_try_says_nothing_of_the_next()
    {
        var sending = await UnknownAsync();
        place.Clock.Advance(TimeSpan.FromMinutes(20));
        await Deliveries.ResendAsync(sending.Id, evenUnknown: true, default);
        Assert.Null(await Outbox.ReportAsync(Named(sending, "m1", DeliveryStage.Failed), default));
        Assert.Equal("a", await SendNextAsync("m2"));
        Assert.Null(await Outbox.ReportAsync(Named(sending, "m1", DeliveryStage.Failed), default));
        Assert.Equal((SendState.Sent, "m2"), await FirstAsync() is var first ? (first.State, first.ChannelMessageId) : default);
    }

    [Theory]
    [InlineData(FailureClass.OptedOut, SendState.Blocked)]
    [InlineData(FailureClass.Address, SendState.Failed)]
    [InlineData(FailureClass.Alert, SendState.Failed)]
    public async Task Failure_that_is_reported_later_keeps_its_class(FailureClass its, SendState state)
    {
        await SentAsync("m1");
        var stands = await FailLaterAsync("m1", its);
        Assert.Equal((state, its, Chat), (stands!.State, stands.Class, stands.To));
        place.Reopen();
        Assert.Equal((state, its), (await Deliveries.GivenUpAsync(its, 10, default)).Single() is var one ? (one.Sending.State, one.Class) : default);
    }

    [Fact]
    public async Task Closed_window_that_is_reported_later_holds_the_message_until_the_person_speaks()
    {
        await SentAsync("m1");
        await FailLaterAsync("m1", FailureClass.Template);
        await ReportAsync("m1", DeliveryStage.Sent);
        place.Reopen();
        Assert.Equal(SendState.Held, (await FirstAsync()).State);
        Assert.Empty(await Deliveries.GivenUpAsync(null, 10, default));
        await SayAsync("2", "reply");
        Assert.Equal(["reply", "a"], [await SendNextAsync("m2"), await SendNextAsync("m3")]);
        Assert.Null(await FailLaterAsync("m1", FailureClass.Template));
        Assert.Equal((SendState.Sent, "m3"), await FirstAsync() is var first ? (first.State, first.ChannelMessageId) : default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Closed_window_that_is_reported_after_the_person_spoke_sends_the_message_again_at_once(bool isRestarted)
    {
        await SentAsync("m1");
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await place.Ports.TurnAsync(Text(Chat, "2"), next => Turn(next with { Reaches = [new Reach(Chat, place.Clock.GetUtcNow())] }, "reply"));
        await SendNextAsync("m2");
        if (isRestarted)
            place.Reopen();
        Assert.Equal(SendState.Pending, (await FailLaterAsync("m1", FailureClass.Template))!.State);
        Assert.Equal("a", await SendNextAsync("m3"));
    }

    [Fact]
    public async Task Closed_window_that_is_told_before_our_own_mark_holds_the_message()
    {
        await SayAsync("1", "a");
        var sending = await Outbox.NextAsync(default);
        await FailLaterAsync("m1", FailureClass.Template);
        await Outbox.MarkAsync(sending, SendState.Sent, "m1", "", null, default);
        Assert.Equal(SendState.Held, (await FirstAsync()).State);
        await SayAsync("2", "reply");
        Assert.Equal(["reply", "a"], [await SendNextAsync("m2"), await SendNextAsync("m3")]);
    }

    async Task<Sending> UnknownAsync()
    {
        await SayAsync("1", "a");
        var sending = await Outbox.NextAsync(default);
        await Outbox.MarkAsync(sending, new Mark(SendState.Unknown, "", "time-out") { Class = FailureClass.Unknown }, default);
        return sending;
    }

    static DeliveryReport Named(Sending sending, string id, DeliveryStage stage) => new("telegram", id, stage, "", Noon) { Reference = sending.Reference };

    Task<Sending?> FailLaterAsync(string id, FailureClass its) =>
        Outbox.ReportAsync(new DeliveryReport("telegram", id, DeliveryStage.Failed, "code", Noon) { Class = its }, default);

    async Task SentAsync(string id)
    {
        await SayAsync("1", "a");
        await SendNextAsync(id);
    }

    async Task<string> SendNextAsync(string id)
    {
        var sending = await Outbox.NextAsync(default);
        await Outbox.MarkAsync(sending, SendState.Sent, id, "", null, default);
        return sending.Message.Text;
    }

    Task<Sending?> ReportAsync(string id, DeliveryStage stage) => Outbox.ReportAsync(new DeliveryReport("telegram", id, stage, "", Noon), default);

    async Task<Sending> FirstAsync() => (await Outbox.AfterAsync(Chat, 0, default))[0];

    async Task<Conversation> SayAsync(string id, params string[] words) => await place.Ports.TurnAsync(Text(Chat, id), next => Turn(next, words));
}
