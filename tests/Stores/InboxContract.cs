using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class InboxContract(IStorePlace place) : IDisposable
{
    IInbox Inbox => place.Ports.Inbox;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Second_delivery_of_the_same_message_is_refused()
    {
        Assert.True(await Inbox.AcceptAsync(Text(Web, "1"), default));
        Assert.False(await Inbox.AcceptAsync(Text(Web, "1", "other words"), default));
    }

    [Fact]
    public async Task Place_and_file_of_a_message_come_back_with_it()
    {
        var said = new Said(SaidKind.Photo, "Ifoto") { Place = "-1.95 30.06 0 12", File = new SentFile("a.jpg", "image/jpeg", "ref", "talk.sent.lost") };
        await Inbox.AcceptAsync(Text(Web, "1") with { Said = said }, default);
        place.Reopen();
        Assert.Equal(said, (await Inbox.NextAsync(default)).Inbound.Said);
    }

    [Fact]
    public async Task Same_id_from_another_address_is_another_message()
    {
        await Inbox.AcceptAsync(Text(Web, "1"), default);
        Assert.True(await Inbox.AcceptAsync(Text(Chat, "1"), default));
    }

    [Fact]
    public async Task Sixteen_deliveries_at_once_are_taken_once()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Inbox.AcceptAsync(Text(Web, "1"), default)));
        Assert.Single(taken, true);
    }

    [Fact]
    public async Task Second_message_of_a_person_waits_for_the_turn_of_the_first()
    {
        await Inbox.AcceptAsync(Text(Web, "1"), default);
        await Inbox.AcceptAsync(Text(Web, "2"), default);
        var first = await Inbox.NextAsync(default);
        var second = Inbox.NextAsync(default);
        Assert.False(second.IsCompleted);
        await place.Ports.Turns.CommitAsync(first, Turn(Conversation.New(first.Person, Web)), default);
        Assert.Equal("2", (await second).Inbound.ExternalId);
    }

    [Fact]
    public async Task What_had_its_turn_is_unhandled_no_more()
    {
        var first = await place.Ports.HearAsync(Text(Web, "1"));
        await Inbox.AcceptAsync(Text(Web, "2"), default);
        Assert.Equal(2, (await Inbox.UnhandledAsync(default)).Count);
        await place.Ports.Turns.CommitAsync(first, Turn(Conversation.New(first.Person, Web)), default);
        Assert.Equal((await Inbox.NextAsync(default)).Id, Assert.Single(await Inbox.UnhandledAsync(default)));
    }

    [Fact]
    public async Task Two_people_are_served_at_the_same_time()
    {
        await Inbox.AcceptAsync(Text(Web, "1"), default);
        await Inbox.AcceptAsync(Text(Chat, "1"), default);
        var people = new[] { (await Inbox.NextAsync(default)).Person, (await Inbox.NextAsync(default)).Person };
        Assert.Equal(2, people.Distinct().Count());
    }

    [Fact]
    public async Task Released_message_comes_again_with_one_more_try()
    {
        var waiting = await place.Ports.HearAsync(Text(Web, "1"));
        await Inbox.ReleaseAsync(waiting, default);
        Assert.Equal(waiting with { Tries = 1 }, await Inbox.NextAsync(default));
    }

    [Fact]
    public async Task Message_set_aside_frees_the_lane_for_the_next()
    {
        var waiting = await place.Ports.HearAsync(Text(Web, "1"));
        await Inbox.AcceptAsync(Text(Web, "2"), default);
        await Inbox.SetAsideAsync(waiting, "poison", default);
        Assert.Equal("2", (await Inbox.NextAsync(default)).Inbound.ExternalId);
    }

    [Fact]
    public async Task Waiting_messages_come_in_order_after_a_restart()
    {
        foreach (var id in (string[])["1", "2", "3"])
            await Inbox.AcceptAsync(Text(Web, id), default);
        place.Reopen();
        var first = await Inbox.NextAsync(default);
        await Inbox.SetAsideAsync(first, "", default);
        Assert.Equal(("1", "2"), (first.Inbound.ExternalId, (await Inbox.NextAsync(default)).Inbound.ExternalId));
    }

    [Fact]
    public async Task Tries_survive_a_restart()
    {
        await Inbox.ReleaseAsync(await place.Ports.HearAsync(Text(Web, "1")), default);
        place.Reopen();
        Assert.Equal(1, (await Inbox.NextAsync(default)).Tries);
    }

    [Fact]
    public async Task Handled_message_is_known_after_a_restart()
    {
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next));
        place.Reopen();
        Assert.False(await Inbox.AcceptAsync(Text(Web, "1"), default));
    }

    [Theory]
    [InlineData("  Muraho  ")]
    [InlineData("")]
    [InlineData("a\u200bB \u202e n’umwana 👩🏾‍⚕️")]
    public async Task Words_are_kept_as_they_came(string words)
    {
        await Inbox.AcceptAsync(Text(Web, "1", words), default);
        place.Reopen();
        Assert.Equal(words, (await Inbox.NextAsync(default)).Inbound.Said.Words);
    }

    [Fact]
    public async Task What_no_store_can_keep_is_cleaned_away()
    {
        await Inbox.AcceptAsync(Text(Web, "1", "a\0b\ud83dc"), default);
        Assert.Equal("ab\ufffdc", (await Inbox.NextAsync(default)).Inbound.Said.Words);
    }

    [Fact]
    public async Task Names_that_differ_in_case_or_invisible_letters_are_different_addresses()
    {
        var taken = new[] { "ab", "AB", "a\u200bb" }.Select(name => Inbox.AcceptAsync(Text(new("web", name), "1"), default));
        Assert.All(await Task.WhenAll(taken), Assert.True);
    }
}
