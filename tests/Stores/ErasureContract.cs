using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.People.Erasing;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store keeps to when somebody is erased.</summary>
public abstract class ErasureContract(IStorePlace place) : IDisposable
{
    static readonly ErasureNames Names = ErasureNames.Of([.. Enumerable.Range(0, ErasureNames.ChanceBytes).Select(one => (byte)one)]);

    Ports Ports => place.Ports;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_is_found_under_her_id_any_more()
    {
        var hers = await BeginAsync();
        await EraseAsync(hers);
        place.Reopen();
        Assert.Null(await Ports.Records.ConversationAsync(hers.Person, default));
        Assert.Empty(await Ports.Records.AddressesAsync(hers.Person, default));
        Assert.DoesNotContain(await Ports.Records.FactsAsync(default), fact => fact.Person == hers.Person);
        Assert.Empty(await Ports.Outbox.LastAsync(Chat, 10, default));
        Assert.Empty(await Ports.Inbox.UnhandledAsync(default));
        Assert.DoesNotContain(await Ports.Enrolments.ListAsync(default), one => one.Person == hers.Person);
        Assert.DoesNotContain(await Ports.Alerts.LatestAsync(10, default), alert => alert.Person == hers.Person);
        Assert.Null(await Ports.LinkCodes.OwnerAsync("hash", Noon, default));
        Assert.Equal(0, await Ports.Reminders.FireAsync(Noon.AddYears(1), default));
    }

    [Fact]
    public async Task What_is_counted_stays_under_an_id_that_leads_nowhere()
    {
        var hers = await BeginAsync();
        var before = await Ports.Records.CountsAsync(default);
        await EraseAsync(hers);
        place.Reopen();
        Assert.Equal(before, await Ports.Records.CountsAsync(default));
        var session = Assert.Single(await Ports.Records.SessionsAsync("PRE1", default));
        Assert.Equal((Names.Stays, true, Unlinking.Day(Noon)), (session.Person, session.IsUnlinked, session.Started));
        Assert.Equal("[erased]", session.Answers[0].Value);
        Assert.All(await Ports.Records.FactsAsync(default), fact => Assert.Equal((Names.Stays, Unlinking.Day(Noon)), (fact.Person, fact.At)));
        Assert.Contains(await Ports.Records.FactsAsync(default), fact => fact is SessionStarted started && started.Session == session.Id);
        Assert.Equal(Names.Stays, Assert.Single(await Ports.Enrolments.ListAsync(default)).Person);
        Assert.Equal(Names.Stays, Assert.Single(await Ports.Alerts.LatestAsync(10, default)).Person);
        Assert.Equal(Names.Stays, Assert.Single(await Ports.Alerts.UnseenAsync(default)).Person);
    }

    [Fact]
    public async Task Others_lose_nothing()
    {
        var hers = await BeginAsync();
        var other = await Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person)] }, "for the other") with { Facts = [new Silenced(next.Person, Noon)] });
        await EraseAsync(hers);
        place.Reopen();
        Assert.Equal(2, (await Ports.Records.SessionsAsync("PRE1", default)).Count);
        Assert.Contains(await Ports.Records.FactsAsync(default), fact => fact is Silenced && fact.Person == other.Person && fact.At == Noon);
        Assert.Single((await Ports.Turns.LoadAsync(other.Person, Web, default)).Sessions);
        Assert.Single(await Ports.Outbox.LastAsync(Web, 10, default));
    }

    [Fact]
    public async Task Whoever_writes_from_her_address_later_is_somebody_new()
    {
        var hers = await BeginAsync();
        await EraseAsync(hers);
        // The same message too: nobody remembers that it was heard.
        Assert.True(await Ports.Inbox.AcceptAsync(Text(Chat, "1"), default));
        var waiting = await Ports.Inbox.NextAsync(default);
        Assert.NotEqual(hers.Person, waiting.Person);
        Assert.Empty((await Ports.Turns.LoadAsync(waiting.Person, Chat, default)).Sessions);
    }

    [Fact]
    public async Task She_is_told_and_that_goes_too_once_it_is_sent()
    {
        var hers = await BeginAsync();
        await EraseAsync(hers, new Farewell(Chat, new Outbound("it is done")));
        var row = Assert.Single(await Ports.Erased.ListAsync(default));
        Assert.False(await Ports.Erased.SweepAsync(row, isOver: false, default));
        var sending = await Ports.Outbox.NextAsync(default);
        Assert.Equal((Chat, "it is done"), (sending.To, sending.Message.Text));
        await Ports.Outbox.MarkAsync(sending, SendState.Sent, "wamid.1", "", null, default);
        Assert.True(await Ports.Erased.SweepAsync(row, isOver: false, default));
        Assert.Empty(await Ports.Outbox.LastAsync(Chat, 10, default));
        Assert.Empty(await Ports.Records.AddressesAsync(Names.Leaver, default));
    }

    [Fact]
    public async Task Who_writes_again_before_that_keeps_her_address()
    {
        var hers = await BeginAsync();
        await EraseAsync(hers, new Farewell(Chat, new Outbound("it is done")));
        var again = await Ports.TurnAsync(Text(Chat, "new"), next => Turn(next, "welcome"));
        Assert.Equal(Names.Leaver, again.Person);
        Assert.True(await Ports.Erased.SweepAsync(Assert.Single(await Ports.Erased.ListAsync(default)), isOver: true, default));
        Assert.Equal([Chat], await Ports.Records.AddressesAsync(again.Person, default));
        Assert.Equal("welcome", Assert.Single(await Ports.Outbox.LastAsync(Chat, 10, default)).Message.Text);
    }

    [Fact]
    public async Task An_address_that_others_use_stays_with_them()
    {
        var hers = await BeginAsync();
        var desk = Conversation.New(hers.Person, Chat) with { Speaker = new PersonId($"{hers.Person}.1"), Strangers = 1 };
        await EraseAsync(hers, null, erasure => erasure with { Desk = desk, KeepsAddress = true });
        place.Reopen();
        var left = await Ports.Turns.LoadAsync(hers.Person, Chat, default);
        Assert.Equivalent(desk, left);
        Assert.Equal([Chat], await Ports.Records.AddressesAsync(hers.Person, default));
        Assert.Single(await Ports.Records.SessionsAsync("PRE1", default), session => session.Person == Names.Stays);
    }

    [Fact]
    public async Task It_is_found_again_by_names_that_tell_nothing()
    {
        var hers = await BeginAsync();
        var erasure = Of(hers);
        await EraseAsync(hers);
        var row = Assert.Single(await Ports.Erased.ListAsync(default));
        Assert.Equal(2, row.Names.Count);
        Assert.DoesNotContain(row.Names, name => name.Contains(hers.Person.Value, StringComparison.Ordinal) || name.Contains(Chat.Value, StringComparison.Ordinal));
        Assert.Empty(await Ports.Erased.FindAsync(row.Names.ToHashSet(), Noon.AddDays(1), default));
        // As from an older copy.
        place.Reopen();
        var back = await Ports.TurnAsync(Text(Chat, "old") with { For = hers.Person }, next => Turn(next));
        Assert.Equal(hers.Person, Assert.Single(await Ports.Erased.FindAsync(row.Names.ToHashSet(), Noon.AddDays(-1), default)).Person);
        // An older copy knows nothing of the first time.
        await Ports.Erased.EraseAsync(erasure with { Person = back.Person, Sessions = [], Names = Names with { Number = "E-2" } }, default);
        Assert.Empty(await Ports.Erased.FindAsync(row.Names.ToHashSet(), Noon.AddDays(-1), default));
    }

    [Fact]
    public async Task What_was_before_can_be_let_go()
    {
        var hers = await BeginAsync();
        await EraseAsync(hers);
        await Ports.Erased.LetGoAsync(default);
        place.Reopen();
        Assert.Single(await Ports.Records.SessionsAsync("PRE1", default));
    }

    [Fact]
    public async Task That_it_is_done_is_noted_once_however_many_say_so()
    {
        await EraseAsync(await BeginAsync());
        var row = Assert.Single(await Ports.Erased.ListAsync(default));
        var note = new AuditEntry(Noon, "system", [], "person.erased", row.Number, AuditOutcome.Done);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Ports.Erased.EndAsync(row, note, default))));
        place.Reopen();
        await Ports.Erased.EndAsync(row, note, default);
        Assert.Single(await Ports.Audit.Trail.FromAsync(1, 100, default), noted => noted.Entry.Act == note.Act);
        Assert.Equal(ErasedStage.Done, Assert.Single(await Ports.Erased.ListAsync(default)).Stage);
    }

    async Task<Conversation> BeginAsync()
    {
        var hers = await Ports.TurnAsync(Text(Chat, "1"), next => Turn(
            next with { Reaches = [new Reach(Chat, Noon)], Sessions = [Session(next.Person) with { Answers = [new GivenAnswer("/data/name", "Uwamwiza")], Started = Noon }] }, "hello Uwamwiza") with
        {
            Facts =
            [
                new SessionStarted(next.Person, Noon, $"{next.Person}-1", "PRE1", "v1"), new AnswerGiven(next.Person, Noon, $"{next.Person}-1", "/data/name", "Uwamwiza"),
                new AddressLeft(next.Person, Noon, Web), new SafetyRaised(next.Person, Noon, SafetyLevel.Distress, "lexicon", null),
            ],
            Reminders = [new Reminder("later", "lesson:EPI-01", Noon.AddDays(1))],
        });
        await Ports.Enrolments.AddAsync([new Enrolment(hers.Person, "M1", Seat.Trainee, Noon)], default);
        await Ports.LinkCodes.KeepAsync("hash", hers.Person, Noon.AddHours(1), Noon, default);
        return hers;
    }

    async Task EraseAsync(Conversation hers, Farewell? farewell = null, Func<Erasure, Erasure>? change = null)
    {
        await Ports.Inbox.AcceptAsync(Text(new("console", "clock"), "due") with { For = hers.Person }, default);
        var waiting = await Ports.Inbox.NextAsync(default);
        var erasure = Of(hers) with { Farewell = farewell };
        await Ports.Turns.CommitAsync(waiting, Turn(Conversation.New(hers.Person, Chat)) with { Erasure = change is null ? erasure : change(erasure) }, default);
    }

    static Erasure Of(Conversation hers)
    {
        var unlinking = new Unlinking(Names, new Dictionary<string, Form>());
        return new Erasure(hers.Person, Names, ErasureCause.Herself, Noon, unlinking) { Sessions = unlinking.Sessions(hers.Sessions) };
    }
}
