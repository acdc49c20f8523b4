using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class OutboxContract(IStorePlace place) : IDisposable
{
    IOutbox Outbox => place.Ports.Outbox;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Messages_are_numbered_in_order_for_their_address()
    {
        await SayAsync(Web, "1", "a", "b");
        await SayAsync(Chat, "1", "x");
        place.Reopen();
        await SayAsync(Web, "2", "c");
        Assert.Equal([(1, "a"), (2, "b"), (3, "c")], (await Outbox.AfterAsync(Web, 0, default)).Select(one => (one.Number, one.Message.Text)));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public async Task Only_messages_above_the_number_come(int number, int count)
    {
        await SayAsync(Web, "1", "a", "b");
        await SayAsync(Web, "2", "c");
        Assert.Equal(count, (await Outbox.AfterAsync(Web, number, default)).Count);
    }

    [Theory]
    [InlineData(1, "c")]
    [InlineData(2, "b c")]
    [InlineData(9, "a b c")]
    public async Task The_last_messages_come_in_order(int most, string texts)
    {
        await SayAsync(Web, "1", "a", "b");
        await SayAsync(Chat, "1", "x");
        await SayAsync(Web, "2", "c");
        Assert.Equal(texts, string.Join(' ', (await Outbox.LastAsync(Web, most, default)).Select(one => one.Message.Text)));
        Assert.Empty(await Outbox.LastAsync(new("web", "nobody"), most, default));
    }

    [Fact]
    public async Task Message_comes_back_with_its_buttons()
    {
        var said = new Outbound("Ni byo?", [new Button("Yego", "q:1:0", ButtonRole.Answer, true) { Number = 12 }, new Button("▶", "q:1:p1", ButtonRole.Aid), new Button("Garuka", "c:back", ButtonRole.Command)], true, true)
        {
            Sharing = Sharing.Location,
            SharingLabel = "Aho ndi",
            Media = [new OutboundMedia(MediaKind.Audio, "f1", "ijwi.mp3", "Yego")],
        };
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next) with { Replies = [said] });
        place.Reopen();
        Assert.Equivalent(said, (await Outbox.AfterAsync(Web, 0, default))[0].Message, strict: true);
    }

    [Fact]
    public async Task What_is_due_far_off_waits_five_minutes_after_a_start_for_the_clock_may_have_been_set_back()
    {
        await SayAsync(Chat, "1", "a");
        var sending = await Outbox.NextAsync(default);
        await Outbox.MarkAsync(sending, SendState.Pending, "", "", Noon.AddDays(1), default);
        place.Reopen();
        var next = Outbox.NextAsync(default).AsTask();
        await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(300)));
        Assert.False(next.IsCompleted);
        for (var look = 0; look < 20 && !next.IsCompleted; look++)
        {
            place.Clock.Advance(TimeSpan.FromMinutes(5));
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }
        Assert.True(next.IsCompleted);
        Assert.Equal("a", (await next).Message.Text);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_the_message()
    {
        var waiting = Outbox.WaitAsync(Web, 0, TimeSpan.FromMinutes(1), default);
        Assert.False(waiting.IsCompleted);
        await SayAsync(Web, "1", "a");
        await waiting;
    }

    [Fact]
    public async Task Who_waits_for_what_is_there_does_not_wait()
    {
        await SayAsync(Web, "1", "a");
        place.Reopen();
        await Outbox.WaitAsync(Web, 0, TimeSpan.FromMinutes(1), default);
    }

    [Fact]
    public async Task Who_waits_in_vain_goes_when_the_time_is_over()
    {
        var waiting = Outbox.WaitAsync(Web, 0, TimeSpan.FromMinutes(1), default);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await waiting;
    }

    [Fact]
    public async Task Fetched_messages_are_sent_at_once()
    {
        await SayAsync(Web, "1", "a");
        Assert.Equal(SendState.Sent, (await Outbox.AfterAsync(Web, 0, default))[0].State);
    }

    [Fact]
    public async Task Messages_to_an_address_go_one_after_the_other()
    {
        await SayAsync(Chat, "1", "a", "b");
        var first = await Outbox.NextAsync(default);
        var second = Outbox.NextAsync(default);
        Assert.False(second.IsCompleted);
        await Outbox.MarkAsync(first, SendState.Sent, "m1", "", null, default);
        Assert.Equal(("a", "b"), (first.Message.Text, (await second).Message.Text));
    }

    [Fact]
    public async Task Message_to_try_again_comes_when_its_time_has_come()
    {
        await SayAsync(Chat, "1", "a");
        await Outbox.MarkAsync(await Outbox.NextAsync(default), SendState.Pending, "", "busy", Noon.AddSeconds(5), default);
        var again = Outbox.NextAsync(default);
        Assert.False(again.IsCompleted);
        place.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, (await again).Tries);
    }

    [Fact]
    public async Task Replies_go_before_nudges()
    {
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next) with { Replies = [new Outbound("nudge", [], IsNudge: true)] });
        await SayAsync(new("telegram", "78"), "1", "reply");
        Assert.Equal("reply", (await Outbox.NextAsync(default)).Message.Text);
    }

    [Fact]
    public async Task Unsent_messages_come_after_a_restart_and_sent_ones_do_not()
    {
        await SayAsync(Chat, "1", "a", "b");
        await Outbox.MarkAsync(await Outbox.NextAsync(default), SendState.Sent, "m1", "", null, default);
        place.Reopen();
        Assert.Equal("b", (await Outbox.NextAsync(default)).Message.Text);
    }

    [Fact]
    public async Task Last_sent_message_is_the_one_a_redraw_edits()
    {
        await SayAsync(Chat, "1", "a", "b", "c");
        Assert.Null(await Outbox.LastSentAsync(Chat, default));
        await Outbox.MarkAsync(await Outbox.NextAsync(default), SendState.Sent, "m1", "", null, default);
        await Outbox.MarkAsync(await Outbox.NextAsync(default), SendState.Sent, "m2", "", null, default);
        Assert.Equal("m2", await Outbox.LastSentAsync(Chat, default));
    }

    async Task SayAsync(RbcBot.Core.People.Address to, string id, params string[] words) =>
        await place.Ports.TurnAsync(Text(to, id), next => Turn(next, words));
}
