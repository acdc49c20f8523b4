using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class TurnsContract(IStorePlace place) : IDisposable
{
    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Somebody_unknown_has_a_new_conversation()
    {
        var waiting = await place.Ports.HearAsync(Text(Web, "1"));
        Assert.Equivalent(Conversation.New(waiting.Person, Web), await place.Ports.Turns.LoadAsync(waiting.Person, Web, default));
    }

    [Fact]
    public async Task Conversation_is_the_same_after_a_restart()
    {
        var kept = await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(Full(next)));
        place.Reopen();
        Assert.Equivalent(kept, await place.Ports.Turns.LoadAsync(kept.Person, Web, default), strict: true);
    }

    [Fact]
    public async Task Changed_session_and_new_session_are_kept_beside_the_old_one()
    {
        var ports = place.Ports;
        await ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person), Session(next.Person, "PRE2", 2)] }));
        var kept = await ports.TurnAsync(Text(Web, "2"), next => Turn(next with
        {
            Sessions = [next.Sessions[0], next.Sessions[1] with { IsOver = true }, Session(next.Person, "PRE3", 3)],
        }));
        place.Reopen();
        Assert.Equivalent(kept, await place.Ports.Turns.LoadAsync(kept.Person, Web, default), strict: true);
    }

    [Fact]
    public async Task Same_address_is_the_same_person_after_a_restart()
    {
        var person = (await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next))).Person;
        place.Reopen();
        Assert.Equal(person, (await place.Ports.HearAsync(Text(Web, "2"))).Person);
    }

    [Fact]
    public async Task Person_has_the_address_of_the_first_message()
    {
        var person = (await place.Ports.HearAsync(Text(Chat, "1"))).Person;
        Assert.Equal([Chat], await place.Ports.Records.AddressesAsync(person, default));
    }

    [Fact]
    public async Task Facts_come_back_in_the_order_they_happened()
    {
        foreach (var id in (string[])["1", "2", "3"])
            await place.Ports.TurnAsync(Text(Web, id), next => Turn(next) with
            {
                Facts = [new AnswerGiven(next.Person, Noon, "s", "/data/" + id, id), new Silenced(next.Person, Noon)],
            });
        place.Reopen();
        Assert.Equal(["1", "2", "3"], (await place.Ports.Records.FactsAsync(default)).OfType<AnswerGiven>().Select(fact => fact.Value));
    }

    [Fact]
    public async Task A_move_to_another_version_keeps_what_did_not_come_along()
    {
        var person = (await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person) with { Improved = new(["/data/since"]) }] }) with
        {
            Facts = [new SessionMigrated(next.Person, Noon, "s", "v1", "v2", [new("/data/since", "long ago", DropReason.OtherType, "/data/work/since")])],
        })).Person;
        place.Reopen();
        var moved = Assert.IsType<SessionMigrated>(Assert.Single(await place.Ports.Records.FactsAsync(default)));
        Assert.Equal((person, "s", "v1", "v2", new DroppedAnswer("/data/since", "long ago", DropReason.OtherType, "/data/work/since")), (moved.Person, moved.Session, moved.From, moved.To, Assert.Single(moved.Dropped)));
        Assert.Equal(["/data/since"], Assert.Single((await place.Ports.Turns.LoadAsync(person, Web, default)).Sessions).Improved?.Again);
    }

    [Fact]
    public async Task Why_a_nudge_waits_comes_back()
    {
        var decided = new NudgeDecided(new("p"), Noon, "lesson:EPI-01", Web, SendOutcome.HoldUntil, SendReason.DayCap, Noon.AddDays(1));
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next) with { Facts = [decided] });
        place.Reopen();
        Assert.Equal(decided, Assert.Single(await place.Ports.Records.FactsAsync(default)));
    }

    [Fact]
    public void Every_fact_of_the_domain_can_be_stored()
    {
        var facts = typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)));
        Assert.Equal(facts.OrderBy(type => type.Name), StoredFacts.Known.OrderBy(type => type.Name));
    }

    [Fact]
    public void Fact_of_a_later_version_is_left_out() =>
        Assert.Empty(StoredFacts.Read("""[{"fact":"dreamt-of","is":{"person":"p"}}]"""));

    [Fact]
    public async Task Turn_committed_twice_counts_once()
    {
        var waiting = await place.Ports.HearAsync(Text(Web, "1"));
        var turn = Turn(Conversation.New(waiting.Person, Web), "Muraho");
        await place.Ports.Turns.CommitAsync(waiting, turn, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => place.Ports.Turns.CommitAsync(waiting, turn, default));
        Assert.Single(await place.Ports.Outbox.AfterAsync(Web, 0, default));
    }

    [Fact]
    public async Task Sessions_are_found_by_subject_and_by_flow()
    {
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A", 2), Session(next.Person, "B")] }));
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A")] }));
        Assert.Equal([1, 2], (await place.Ports.Records.SessionsAsync("A", default)).Select(session => session.Started.Minute));
        Assert.Equal(3, (await place.Ports.Records.SessionsOfFlowAsync("interview", default)).Count);
    }

    [Fact]
    public async Task Lines_come_oldest_first_and_without_answers()
    {
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A", 2), Session(next.Person, "B")] }));
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A")] }));
        var lines = await place.Ports.Records.LinesAsync("A", default);
        Assert.Equal([(1, 0), (2, 0)], lines.Select(line => (line.Session.Started.Minute, line.Session.Answers.Count)));
    }

    [Fact]
    public async Task Sessions_are_streamed_whole_and_in_the_order_of_their_lines()
    {
        const int People = 450;
        for (var person = 0; person < People; person++)
        {
            var number = (person * 7 % People) + 1;
            await place.Ports.TurnAsync(Text(new("web", $"a{person}"), "1"), next => Turn(next with { Sessions = [Session(next.Person, "A", number)] }));
        }
        var streamed = new List<Session>();
        await foreach (var session in place.Ports.Records.StreamAsync(await place.Ports.Records.LinesAsync("A", default), default))
            streamed.Add(session);
        Assert.Equivalent(await place.Ports.Records.SessionsAsync("A", default), streamed, strict: true);
        Assert.Equal(Enumerable.Range(1, People).Select(number => Noon.AddMinutes(number)), streamed.Select(session => session.Started));
    }

    [Fact]
    public async Task Counts_tell_begun_and_submitted()
    {
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A") with { Submitted = Noon }] }));
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A")] }));
        Assert.Equal((2, 1), (await place.Ports.Records.CountsAsync(default))["A"]);
    }

    [Fact]
    public async Task Conversations_are_listed_without_their_sessions()
    {
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(Full(next)));
        var listed = Assert.Single(await place.Ports.Records.ConversationsAsync(default));
        Assert.Empty(listed.Sessions);
        Assert.Equivalent(listed, await place.Ports.Records.ConversationAsync(listed.Person, default), strict: true);
        Assert.Null(await place.Ports.Records.ConversationAsync(new("nobody"), default));
    }

    static Conversation Full(Conversation next) => next with
    {
        State = "Menu",
        Language = Language.Rw,
        Consents = [new Consent("interview", "2", Language.Fr, true, Noon.AddTicks(7))],
        Sessions =
        [
            Session(next.Person) with
            {
                Asked = new Asked("t1", "/data/sex", ["male", "female"], ["male"], 2)
                {
                    Page = 3, Found = [1, 0], Partial = "2024-05", Together = ["/data/sex", "/data/age"], IsListing = true,
                },
                Later = ["/data/child[2]/age"],
                OneByOne = "/data/page 2",
                Submission = [new GivenAnswer("/data/name", "  Uwase  ")],
                Submitted = Noon,
                IsCorrecting = true,
                IsOver = true,
            },
        ],
        Front = "x-1",
        Wanted = "PRE1",
        Asks = 4,
        Unclear = 1,
        IsSilenced = true,
        IsIntroduced = true,
        LastHeard = Noon,
        Reaches = [new Reach(Chat, Noon.AddTicks(3)), new Reach(Web, null, IsBlocked: true)],
        Nudges = [Noon.AddDays(-1), Noon],
        Decided = [new NudgeDecided(next.Person, Noon, "lesson:A", Chat, SendOutcome.HoldUntil, SendReason.QuietHours, Noon.AddHours(9))],
        Unanswered = 2,
        Held = [new Held("nudge/lesson:EPI-01", "lesson:EPI-01", Noon), new Held("nudge/letter:selected:m", "letter:selected:m", null)],
    };
}
