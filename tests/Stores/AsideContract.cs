using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class AsideContract(IStorePlace place) : IDisposable
{
    IAside Aside => place.Ports.Aside;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Message_set_aside_is_kept_with_what_was_said_and_why()
    {
        await SetAsideAsync("1");
        place.Reopen();
        var one = Assert.Single(await Aside.ListAsync(default));
        Assert.Equal((Text(Web, "1"), "FormatException", Noon), (one.Inbound, one.Reason, one.At));
    }

    [Fact]
    public async Task Its_person_is_told_and_the_lane_goes_on()
    {
        await SetAsideAsync("1");
        Assert.Equal("Sorry", Assert.Single(await place.Ports.Outbox.AfterAsync(Web, 0, default)).Message.Text);
        Assert.Equal("2", (await place.Ports.HearAsync(Text(Web, "2"))).Inbound.ExternalId);
    }

    [Fact]
    public async Task What_is_replayed_comes_again_behind_what_was_said_since()
    {
        await SetAsideAsync("1");
        await place.Ports.Inbox.AcceptAsync(Text(Web, "2"), default);
        Assert.Equal(1, await Aside.CountAsync(default));
        Assert.True(await Aside.ReplayAsync((await Aside.ListAsync(default))[0].Id, default));
        Assert.Equal(0, await Aside.CountAsync(default));
        var next = await place.Ports.Inbox.NextAsync(default);
        await place.Ports.Turns.CommitAsync(next, Turn(Conversation.New(next.Person, Web)), default);
        var again = await place.Ports.Inbox.NextAsync(default);
        Assert.Equal(("2", "1", 0), (next.Inbound.ExternalId, again.Inbound.ExternalId, again.Tries));
        Assert.Empty(await Aside.ListAsync(default));
    }

    [Fact]
    public async Task What_was_replayed_is_replayed_no_more()
    {
        await SetAsideAsync("1");
        var id = (await Aside.ListAsync(default))[0].Id;
        await Aside.ReplayAsync(id, default);
        Assert.False(await Aside.ReplayAsync(id, default));
    }

    [Fact]
    public async Task Unreadable_payload_is_kept_once_and_never_replayed()
    {
        await Aside.KeepUnreadAsync("telegram", "{\0"u8.ToArray(), "JsonException", default);
        await Aside.KeepUnreadAsync("telegram", "{\0"u8.ToArray(), "JsonException", default);
        place.Reopen();
        var one = Assert.Single(await Aside.ListAsync(default));
        Assert.Equal("{\0"u8.ToArray(), one.Payload);
        Assert.False(await Aside.ReplayAsync(one.Id, default));
    }

    [Fact]
    public async Task It_is_read_a_page_at_a_time_from_either_end()
    {
        for (var number = 1; number <= 5; number++, place.Clock.Advance(TimeSpan.FromMinutes(1)))
            await Aside.KeepUnreadAsync("telegram", new[] { (byte)(6 - number) }, $"{number}", default);
        Assert.Equal(["2", "3"], await ReasonsAsync(isLatestFirst: false, skipped: 1, most: 2));
        Assert.Equal(["5", "4"], await ReasonsAsync(isLatestFirst: true, skipped: 0, most: 2));
        Assert.Equal(["1"], await ReasonsAsync(isLatestFirst: true, skipped: 4, most: 2));
        Assert.Empty(await ReasonsAsync(isLatestFirst: false, skipped: 5, most: 2));
        Assert.Equal(["1", "2", "3", "4", "5"], (await Aside.ListAsync(default)).Select(one => one.Reason));
    }

    [Fact]
    public async Task Message_that_was_set_aside_is_known_when_it_comes_again()
    {
        await SetAsideAsync("1");
        Assert.False(await place.Ports.Inbox.AcceptAsync(Text(Web, "1"), default));
    }

    async Task<IEnumerable<string>> ReasonsAsync(bool isLatestFirst, int skipped, int most) =>
        (await Aside.PageAsync(isLatestFirst, skipped, most, default)).Select(one => one.Reason);

    async Task SetAsideAsync(string id)
    {
        var waiting = await place.Ports.HearAsync(Text(Web, id));
        await place.Ports.Turns.SetAsideAsync(waiting, Turn(Conversation.New(waiting.Person, Web), "Sorry"), "FormatException", default);
    }
}
