using RbcBot.Bot;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Faults.Postgres;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores.Postgres;

/// <summary>What several nodes on one database do together.</summary>
public sealed class PostgresNodesTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly string connection = PostgresServer.One.NewDatabase();

    [Fact]
    public async Task What_a_node_that_only_takes_in_has_heard_is_served_by_a_worker()
    {
        await using var bot = await LiveNode.StartAsync(connection, new NodeOptions(IsConsole: false, IsWorker: false));
        await using var worker = await LiveNode.StartAsync(connection, new NodeOptions(IsBot: false, IsConsole: false));
        await bot.Ports.Inbox.AcceptAsync(Text(Web, "1"), default);
        await bot.Ports.Outbox.WaitAsync(Web, 0, Patience, default);
        Assert.Equal("Muraho", Assert.Single(await bot.Ports.Outbox.AfterAsync(Web, 0, default)).Message.Text);
    }

    [Fact]
    public async Task A_node_that_stops_gives_its_lanes_back_at_once()
    {
        var (first, ports) = PostgresPlace.Open(connection, TimeProvider.System);
        await ports.Inbox.AcceptAsync(Text(Web, "1"), default);
        var (second, others) = PostgresPlace.Open(connection, TimeProvider.System);
        first.Dispose();
        Assert.Equal("1", (await others.Inbox.NextAsync(default).AsTask().WaitAsync(NodePlace.Lease / 2)).Inbound.ExternalId);
        second.Dispose();
    }

    [Fact]
    public async Task A_turn_whose_lane_was_taken_is_refused_and_changes_nothing()
    {
        var (store, ports) = PostgresPlace.Open(connection, TimeProvider.System);
        var waiting = await ports.HearAsync(Text(Web, "1"));
        PostgresServer.Read(connection, "update lanes set node = 'another', epoch = epoch + 1 returning person");
        await Assert.ThrowsAsync<InvalidOperationException>(() => ports.Turns.CommitAsync(waiting, Turn(Conversation.New(waiting.Person, Web), "Muraho"), default));
        Assert.Empty(await ports.Outbox.AfterAsync(Web, 0, default));
        Assert.Single(await ports.Inbox.UnhandledAsync(default));
        store.Dispose();
    }

    [Fact]
    public async Task One_bad_turn_of_a_group_harms_no_other()
    {
        var (store, ports) = PostgresPlace.Open(connection, TimeProvider.System);
        var waiting = new List<Waiting>();
        for (var person = 0; person < 20; person++)
            waiting.Add(await ports.HearAsync(Text(new("web", $"p{person}"), "1")));
        // PostgreSQL cannot keep a NUL in a text: this key fails.
        var commits = waiting.Select((one, index) => ports.Turns.CommitAsync(one, Turn(Conversation.New(one.Person, one.Inbound.From)) with
        {
            Reminders = index == 7 ? [new Reminder("a\0b", "x", Noon)] : [],
        }, default)).ToList();
        await Task.WhenAll(commits.Select(commit => commit.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal([7], commits.Index().Where(commit => commit.Item.IsFaulted).Select(commit => commit.Index));
        store.Dispose();
    }

    [Fact]
    public async Task A_duty_is_one_nodes_until_it_stops()
    {
        var (first, _) = PostgresPlace.Open(connection, TimeProvider.System);
        var (second, _) = PostgresPlace.Open(connection, TimeProvider.System);
        Assert.True(await new PostgresDuties(first).HasAsync("d", default));
        Assert.True(await new PostgresDuties(first).HasAsync("d", default));
        Assert.False(await new PostgresDuties(second).HasAsync("d", default));
        first.Dispose();
        Assert.True(await new PostgresDuties(second).HasAsync("d", default));
        second.Dispose();
    }

    [Fact]
    public async Task Two_nodes_together_keep_the_pace_of_one()
    {
        var (first, _) = PostgresPlace.Open(connection, TimeProvider.System);
        var (second, _) = PostgresPlace.Open(connection, TimeProvider.System);
        using PostgresPace one = new(first), other = new(second);
        var waits = new List<TimeSpan>();
        for (var message = 0; message < 60; message++)
            waits.Add(await (message % 2 == 0 ? one : other).ReserveAsync("telegram", TimeSpan.FromMilliseconds(40), TimeSpan.FromSeconds(5), default));
        // One each 40 ms, none at once: the last of 60 comes after 59 of them, or a handful less.
        Assert.InRange(waits.Max(), TimeSpan.FromMilliseconds(1700), TimeSpan.FromMilliseconds(2560));
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task Old_ids_are_forgotten_but_those_of_what_waits_are_kept()
    {
        using var place = new PostgresPlace();
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next));
        await place.Ports.Inbox.AcceptAsync(Text(Web, "2"), default);
        place.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(0, await place.PurgeAsync());
        Assert.False(await place.Ports.Inbox.AcceptAsync(Text(Web, "1"), default));
        place.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await place.PurgeAsync());
        Assert.False(await place.Ports.Inbox.AcceptAsync(Text(Web, "2"), default));
    }

    [Fact]
    public void A_database_of_a_later_version_is_refused()
    {
        PostgresPlace.Open(connection, TimeProvider.System).Store.Dispose();
        PostgresServer.Read(connection, "insert into schema_version (version) values (999) returning version::text");
        Assert.Contains("999", Assert.Throws<SettingException>(() => PostgresPlace.Open(connection, TimeProvider.System)).Message);
    }

    [Fact]
    public async Task Keys_of_one_node_are_the_others_keys()
    {
        var (first, _) = PostgresPlace.Open(connection, TimeProvider.System);
        var (second, _) = PostgresPlace.Open(connection, TimeProvider.System);
        await Task.Run(() => new PostgresKeys(first).StoreElement(new("key", "k"), "one"));
        Assert.Equal("k", Assert.Single(new PostgresKeys(second).GetAllElements()).Value);
        first.Dispose();
        second.Dispose();
    }
}
