using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class DeliveriesContract(IStorePlace place) : IDisposable
{
    IOutbox Outbox => place.Ports.Outbox;

    IDeliveries Deliveries => place.Ports.Deliveries;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Report_resolves_what_nobody_knew()
    {
        await SayAsync("1", "a");
        await Outbox.MarkAsync(await Outbox.NextAsync(default), SendState.Unknown, "m1", "time-out", null, default);
        Assert.Single(await Deliveries.GivenUpAsync(null, 10, default));
        await ReportAsync("m1", DeliveryStage.Delivered);
        Assert.Empty(await Deliveries.GivenUpAsync(null, 10, default));
        Assert.Equal(SendState.Delivered, (await FirstAsync()).State);
    }

    [Fact]
    public async Task Failure_that_is_reported_later_is_a_dead_letter_with_its_reason()
    {
        await SentAsync("m1");
        await Outbox.ReportAsync(new DeliveryReport("telegram", "m1", DeliveryStage.Failed, "63049 declined", Noon), default);
        Assert.Equal(("63049 declined", FailureClass.Never), (await Deliveries.GivenUpAsync(null, 10, default)).Select(one => (one.Reason, one.Class)).Single());
    }

    [Fact]
    public async Task What_was_given_up_is_counted_by_channel_and_class_and_found_by_class()
    {
        await SayAsync("1", "a", "b", "c");
        await Outbox.MarkAsync(await Outbox.NextAsync(default), new Mark(SendState.Failed, "", "503") { Class = FailureClass.Exhausted }, default);
        await Outbox.MarkAsync(await Outbox.NextAsync(default), new Mark(SendState.Failed, "", "63007") { Class = FailureClass.Alert }, default);
        await Outbox.MarkAsync(await Outbox.NextAsync(default), new Mark(SendState.Failed, "", "502") { Class = FailureClass.Exhausted }, default);
        place.Reopen();
        Assert.Equal([new GivenUpCount("telegram", FailureClass.Alert, 1), new GivenUpCount("telegram", FailureClass.Exhausted, 2)], await Deliveries.GivenUpCountsAsync(default));
        Assert.Equal(["502", "503"], (await Deliveries.GivenUpAsync(FailureClass.Exhausted, 10, default)).Select(one => one.Reason).Order());
        Assert.Single(await Deliveries.GivenUpAsync(FailureClass.Exhausted, 1, default));
        await Deliveries.ResendAsync((await Deliveries.GivenUpAsync(FailureClass.Alert, 1, default)).Single().Sending.Id, evenUnknown: false, default);
        Assert.Equal([new GivenUpCount("telegram", FailureClass.Exhausted, 2)], await Deliveries.GivenUpCountsAsync(default));
    }

    [Fact]
    public async Task Report_of_another_s_message_changes_nothing()
    {
        await SentAsync("m1");
        Assert.Null(await ReportAsync("m2", DeliveryStage.Failed));
        Assert.Equal(SendState.Sent, (await FirstAsync()).State);
    }

    [Fact]
    public async Task Held_message_waits_until_the_person_speaks_and_goes_behind_the_reply()
    {
        await SayAsync("1", "lesson");
        await HoldAsync();
        place.Reopen();
        Assert.Equal(SendState.Held, (await FirstAsync()).State);
        await SayAsync("2", "reply");
        Assert.Equal(["reply", "lesson"], [await SendNextAsync("m1"), await SendNextAsync("m2")]);
    }

    [Fact]
    public async Task Held_message_goes_at_once_when_the_person_spoke_while_it_was_on_its_way()
    {
        await SayAsync("1", "lesson");
        var sending = await Outbox.NextAsync(default);
        var handedAt = place.Clock.GetUtcNow();
        place.Clock.Advance(TimeSpan.FromSeconds(1));
        await SayAsync("2", "reply");
        await Outbox.MarkAsync(sending, new Mark(SendState.Held, "", "63016") { Class = FailureClass.Template, HandedAt = handedAt }, default);
        Assert.Equal("lesson", await SendNextAsync("m1"));
    }

    [Fact]
    public async Task Nudge_does_not_release_what_is_held()
    {
        await SayAsync("1", "lesson");
        await HoldAsync();
        await place.Ports.TurnAsync(new Inbound(Chat, "2", Said.Due("lesson:A"), Noon), next => Turn(next, "nudge"));
        Assert.Equal("nudge", await SendNextAsync("m1"));
        Assert.Equal(SendState.Held, (await FirstAsync()).State);
    }

    [Fact]
    public async Task Tries_are_written_down_with_their_classes()
    {
        await SayAsync("1", "a");
        await Outbox.MarkAsync(await Outbox.NextAsync(default), new Mark(SendState.Pending, "", "503", Noon) { Class = FailureClass.Later }, default);
        await Outbox.MarkAsync(await Outbox.NextAsync(default), new Mark(SendState.Failed, "", "63007") { Class = FailureClass.Alert }, default);
        place.Reopen();
        var failed = (await Deliveries.GivenUpAsync(null, 10, default)).Single();
        Assert.Equal([(FailureClass.Later, "503"), (FailureClass.Alert, "63007")], failed.Sending.Attempts.Select(attempt => (attempt.Class, attempt.Reason)));
        Assert.Equal(FailureClass.Alert, failed.Class);
    }

    [Fact]
    public async Task Message_that_goes_at_the_first_try_writes_no_log()
    {
        await SentAsync("m1");
        Assert.Empty((await FirstAsync()).Attempts);
    }

    [Fact]
    public async Task Dead_letter_goes_once_more_at_the_end_of_its_queue()
    {
        await FailAsync("a");
        await SayAsync("2", "b");
        var id = (await Deliveries.GivenUpAsync(null, 10, default)).Single().Sending.Id;
        Assert.True(await Deliveries.ResendAsync(id, evenUnknown: false, default));
        Assert.False(await Deliveries.ResendAsync(id, evenUnknown: false, default));
        Assert.Equal(["b", "a"], [await SendNextAsync("m1"), await SendNextAsync("m2")]);
        Assert.Empty(await Deliveries.GivenUpAsync(null, 10, default));
    }

    [Fact]
    public async Task Dead_letter_that_is_sent_again_lives_through_a_restart()
    {
        await FailAsync("a");
        await Deliveries.ResendAsync((await Deliveries.GivenUpAsync(null, 10, default)).Single().Sending.Id, evenUnknown: false, default);
        place.Reopen();
        var again = await Outbox.NextAsync(default);
        Assert.Equal(("a", 0, SendAttempt.SentAgain), (again.Message.Text, again.Tries, again.Attempts[^1].Reason));
    }

    [Fact]
    public async Task What_may_have_arrived_is_sent_again_only_when_somebody_says_so()
    {
        await SayAsync("1", "a");
        await Outbox.MarkAsync(await Outbox.NextAsync(default), SendState.Unknown, "", "time-out", null, default);
        Assert.False(await Deliveries.ResendAsync((await FirstAsync()).Id, evenUnknown: false, default));
        Assert.True(await Deliveries.ResendAsync((await FirstAsync()).Id, evenUnknown: true, default));
    }

    [Fact]
    public async Task What_went_is_never_sent_again()
    {
        await SentAsync("m1");
        Assert.False(await Deliveries.ResendAsync((await FirstAsync()).Id, evenUnknown: true, default));
        Assert.False(await Deliveries.ResendAsync("nonsense", evenUnknown: true, default));
    }

    [Fact]
    public async Task Person_s_messages_come_with_where_they_stand()
    {
        var person = (await SayAsync("1", "a", "b")).Person;
        await SendNextAsync("m1");
        Assert.Equal([("b", SendState.Pending), ("a", SendState.Sent)], (await Deliveries.OfPersonAsync(person, 10, default)).Select(one => (one.Sending.Message.Text, one.Sending.State)));
    }

    [Fact]
    public async Task Queues_are_counted_by_channel()
    {
        await SayAsync("1", "lesson");
        await HoldAsync();
        await place.Ports.TurnAsync(new Inbound(Chat, "2", Said.Due("lesson:A"), Noon), next => Turn(next, "nudge"));
        Assert.Equal([new QueueDepth("telegram", 1, 1)], await Deliveries.DepthsAsync(default));
    }

    [Fact]
    public async Task Mark_that_comes_twice_changes_nothing()
    {
        await SayAsync("1", "a");
        var sending = await Outbox.NextAsync(default);
        await Outbox.MarkAsync(sending, SendState.Sent, "m1", "", null, default);
        await ReportAsync("m1", DeliveryStage.Delivered);
        await Record.ExceptionAsync(() => Outbox.MarkAsync(sending, SendState.Failed, "", "late", null, default));
        Assert.Equal(SendState.Delivered, (await FirstAsync()).State);
    }

    async Task FailAsync(string words)
    {
        await SayAsync("1", words);
        await Outbox.MarkAsync(await Outbox.NextAsync(default), new Mark(SendState.Failed, "", "63007") { Class = FailureClass.Alert }, default);
    }

    async Task HoldAsync() => await Outbox.MarkAsync(
        await Outbox.NextAsync(default), new Mark(SendState.Held, "", "63016") { Class = FailureClass.Template, HandedAt = place.Clock.GetUtcNow().AddSeconds(1) }, default);

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
