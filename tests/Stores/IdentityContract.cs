using System.Collections.Concurrent;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store keeps to while people become one: what lanes say to each other, and codes.</summary>
public abstract class IdentityContract(IStorePlace place) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    Ports Ports => place.Ports;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_a_turn_says_to_another_lane_stands_behind_what_waits_there()
    {
        var other = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next))).Person;
        await Ports.Inbox.AcceptAsync(Text(Chat, "2"), default);
        var waits = await Ports.Inbox.NextAsync(default);
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next) with { Posts = [PostTo(other, "a"), PostTo(other, "b")] });
        await Ports.Turns.CommitAsync(waits, Turn(Conversation.New(other, Chat)), default);
        Assert.Equal(["a", "b"], [await WordsAsync(other), await WordsAsync(other)]);
    }

    [Fact]
    public async Task What_a_turn_says_to_another_lane_survives_with_it()
    {
        var other = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next))).Person;
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next) with { Posts = [PostTo(other, "a"), PostTo(other, "b")] });
        place.Reopen();
        Assert.Equal(["a", "b"], [await WordsAsync(other), await WordsAsync(other)]);
        Assert.Empty(await Ports.Inbox.UnhandledAsync(default));
    }

    [Fact]
    public async Task A_turn_that_is_refused_says_nothing_to_anybody()
    {
        var other = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next))).Person;
        var waiting = await Ports.HearAsync(Text(Web, "1"));
        var turn = Turn(Conversation.New(waiting.Person, Web)) with { Posts = [PostTo(other, "a")] };
        await Ports.Turns.CommitAsync(waiting, turn, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ports.Turns.CommitAsync(waiting, turn, default));
        Assert.Single(await Ports.Inbox.UnhandledAsync(default));
    }

    [Fact]
    public async Task A_prompt_turn_says_it_too()
    {
        var other = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next))).Person;
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next));
        var prompt = (IPromptTurns)Ports.Turns;
        var held = prompt.Hold(Text(Web, "2")) ?? throw new InvalidOperationException("The lane is not free.");
        Assert.True(await prompt.TakeAsync(held, Turn(await Ports.Turns.LoadAsync(held.Person, Web, default)) with { Posts = [PostTo(other, "a")] }, default));
        Assert.Equal("a", await WordsAsync(other));
    }

    [Fact]
    public async Task Sessions_that_went_along_are_found_no_more()
    {
        var kept = await Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A"), Session(next.Person, "B", 2), Session(next.Person, "B", 3)] }));
        place.Reopen();
        await Ports.TurnAsync(Text(Web, "2"), next => Turn(next with { Sessions = [next.Sessions[0]] }) with { Posts = [PostTo(next.Person, "a")] });
        place.Reopen();
        Assert.Empty(await Ports.Records.SessionsAsync("B", default));
        Assert.Single(await Ports.Records.SessionsAsync("A", default));
        Assert.Single((await Ports.Turns.LoadAsync(kept.Person, Web, default)).Sessions);
    }

    [Fact]
    public async Task What_is_for_a_person_comes_to_her_whatever_the_address()
    {
        var person = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next))).Person;
        Assert.True(await Ports.Inbox.AcceptAsync(Text(new("console", "admin"), "1") with { For = person }, default));
        Assert.False(await Ports.Inbox.AcceptAsync(Text(new("console", "admin"), "1") with { For = person }, default));
        Assert.Equal(person, (await Ports.Inbox.NextAsync(default)).Person);
        Assert.Equal([Chat], await Ports.Records.AddressesAsync(person, default));
    }

    [Fact]
    public async Task Who_turned_out_to_be_somebody_else_is_no_person_in_the_records()
    {
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next));
        await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next with { StandsFor = new PersonId("0") }));
        Assert.Equal(Web, Assert.Single(await Ports.Records.ConversationsAsync(default)).Address);
    }

    [Fact]
    public async Task Who_writes_from_an_address_of_another_lane_is_found_there()
    {
        var desk = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next))).Person;
        var guest = new PersonId($"{desk}.1");
        await Ports.TurnAsync(Text(Chat, "2") with { For = guest }, next => Turn(next with { Reaches = [new Reach(Chat, Noon) { Via = desk }] }));
        place.Reopen();
        Assert.Equal([Chat], await Ports.Records.AddressesAsync(guest, default));
        Assert.Empty(await Ports.Records.AddressesAsync(new("nobody"), default));
    }

    [Fact]
    public async Task Who_shares_a_phone_and_what_waits_there_survives()
    {
        var desk = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next))).Person;
        var message = new Outbound("for her", [new Button("yes", "q:1:0")]) { Language = Language.Rw, Rest = new Rest(Noon, Noon.AddHours(9)) };
        var phone = new SharedPhone(Chat, desk)
        {
            Sharers = [new Sharer(desk, "Keza"), new Sharer(new PersonId($"{desk}.1"), "Mugabo") { Place = 1, Language = Language.Fr }],
            Heard = Noon,
            Open = PhoneQuestion.Who,
            Offered = [new Button("Keza", "w:is:1")],
            IsSilenced = true,
            Kept = [Text(Chat, "2") with { IsDated = true }],
            PutBy = [new PutBy(desk, message)],
        };
        await Ports.TurnAsync(Text(Chat, "3"), next => Turn(next with { Shared = phone }));
        place.Reopen();
        Assert.Equivalent(phone, (await Ports.Turns.LoadAsync(desk, Chat, default)).Shared, strict: true);
    }

    [Fact]
    public async Task A_code_is_somebodys_until_it_is_over()
    {
        await Ports.LinkCodes.KeepAsync("old", new("p"), Noon.AddMinutes(1), Noon, default);
        await Ports.LinkCodes.KeepAsync("new", new("q"), Noon.AddMinutes(20), Noon.AddMinutes(5), default);
        place.Reopen();
        Assert.Equal(new PersonId("q"), await Ports.LinkCodes.OwnerAsync("new", Noon.AddMinutes(19), default));
        Assert.Null(await Ports.LinkCodes.OwnerAsync("new", Noon.AddMinutes(20), default));
        // Forgotten, not only over.
        Assert.Null(await Ports.LinkCodes.OwnerAsync("old", Noon, default));
        Assert.Null(await Ports.LinkCodes.OwnerAsync("never", Noon, default));
    }

    [Fact]
    public async Task While_two_become_one_each_thing_said_is_taken_once_and_in_order()
    {
        const int Messages = 150;
        var older = (await Ports.TurnAsync(Text(Web, "first"), next => Turn(next))).Person;
        await Task.Delay(5); // ids are made in the order of time
        var younger = (await Ports.TurnAsync(Text(Chat, "first") with { At = Noon.AddSeconds(1) }, next => Turn(next with { Sessions = [Session(next.Person)] }))).Person;
        Assert.True(string.CompareOrdinal(older.Value, younger.Value) < 0);
        var taken = new ConcurrentQueue<(PersonId Lane, Address From, string Words)>();
        using var stop = new CancellationTokenSource(Patience);
        var workers = Enumerable.Range(0, 6).Select(_ => ServeAsync(taken, (2 * Messages) + 1, stop.Token)).ToList();
        var speaking = new[] { Web, Chat }.Select(address => Task.Run(async () =>
        {
            for (var message = 0; message < Messages; message++)
            {
                await Ports.Inbox.AcceptAsync(Text(address, $"m{message}", $"{message}"), default);
                if (address == Chat && message == Messages / 3)
                    await Ports.Inbox.AcceptAsync(Asked(younger, older), default);
            }
        }));
        await Task.WhenAll(speaking);
        await Task.WhenAll(workers);
        foreach (var address in (Address[])[Web, Chat])
            Assert.Equal(Enumerable.Range(0, Messages).Select(message => $"{message}"), taken.Where(one => one.From == address).Select(one => one.Words));
        Assert.Equal([younger, older], taken.Where(one => one.From == Chat).Select(one => one.Lane).Distinct());
        var one = await Ports.Turns.LoadAsync(older, Web, default);
        Assert.Equal((1, older), (one.Sessions.Count, Assert.Single(await Ports.Records.SessionsAsync("PRE1", default)).Person));
    }

    // Each text is answered by nothing; the lanes' own talk is the product's.
    async Task ServeAsync(ConcurrentQueue<(PersonId, Address, string)> taken, int all, CancellationToken stop)
    {
        var runner = new TurnRunner(Ports.Turns, (conversation, inbound, now) =>
        {
            var turn = conversation.StandsFor is null && inbound.Said.Kind == SaidKind.Text ? Turn(conversation) : Talk.Take(conversation, inbound, Catalogue.Empty, [], now);
            return turn;
        }, place.Clock);
        while (taken.Count < all)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(TimeSpan.FromMilliseconds(500));
            Waiting waiting;
            try
            {
                waiting = await Ports.Inbox.NextAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                continue;
            }
            var turn = await runner.DecideAsync(waiting, default);
            // In the lane, before it is free again: so the order is the lane's.
            if (turn.Posts.All(post => post.Inbound.Said.Kind != SaidKind.Text) && waiting.Inbound.Said.Kind == SaidKind.Text)
                taken.Enqueue((waiting.Person, waiting.Inbound.From, waiting.Inbound.Said.Words));
            if (waiting.Inbound.Said.Between is { Kind: BetweenKind.Bring })
                taken.Enqueue((waiting.Person, new("lane", ""), ""));
            await Ports.Turns.CommitAsync(waiting, turn, default);
        }
    }

    // What the younger one gets from who agreed; she has meant it.
    static Inbound Asked(PersonId younger, PersonId older) => new(new("console", "x"), "join", Said.OfLane(new Between(BetweenKind.Merge, older)), Noon) { For = younger };

    async Task<string> WordsAsync(PersonId person)
    {
        var waiting = await Ports.Inbox.NextAsync(default).AsTask().WaitAsync(Patience);
        Assert.Equal(person, waiting.Person);
        await Ports.Turns.CommitAsync(waiting, Turn(await Ports.Turns.LoadAsync(person, Chat, default)), default);
        return waiting.Inbound.Said.Words;
    }

    static Post PostTo(PersonId to, string words) => new(to, new Inbound(Web, "", Said.Text(words), Noon));
}
