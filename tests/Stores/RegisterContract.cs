using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store's register keeps to: it follows each turn, whatever becomes of sessions and people, and its counts are what counting anew finds.</summary>
public abstract class RegisterContract(IStorePlace place) : IDisposable
{
    Ports Ports => place.Ports;

    IRegister Register => Ports.Register;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Counts_are_what_a_recount_finds_after_sessions_began_ended_moved_and_went()
    {
        for (var number = 0; number < 12; number++)
        {
            var address = new Address("web", $"p{number}");
            await Ports.TurnAsync(Text(address, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A"), Session(next.Person, "B", 2)] }));
            if (number % 2 == 0)
                await Ports.TurnAsync(Text(address, "2"), next => Turn(next with { Sessions = [next.Sessions[0] with { Submitted = Noon, IsOver = true }, next.Sessions[1] with { FormVersion = "v2" }] }));
            if (number % 3 == 0)
                await Ports.TurnAsync(Text(address, "3"), next => Turn(next with { Sessions = [next.Sessions[0], next.Sessions[1] with { IsOver = true }] }));
            if (number == 4)
                await Ports.TurnAsync(Text(address, "4"), next => Turn(next with { Sessions = [next.Sessions[0]] }) with { Posts = [Post.Of(next.Person, Chat, new Between(BetweenKind.Merge, next.Person), Noon)] });
            // What was posted has its turn before anybody else's.
            if (number == 4 && await Ports.Inbox.NextAsync(default) is var posted)
                await Ports.Turns.CommitAsync(posted, Turn(await Ports.Turns.LoadAsync(posted.Person, address, default)), default);
            if (number == 7)
                place.Reopen();
        }

        await AssertRecountAsync();
        place.Reopen();
        await AssertRecountAsync();
        Assert.Equal(6, (await Register.CountsAsync(default)).Where(count => count is { Subject: "A", Standing: Standing.Submitted }).Sum(count => count.Count));
    }

    [Fact]
    public async Task A_turn_that_was_refused_counts_nothing()
    {
        var waiting = await Ports.HearAsync(Text(Web, "1"));
        var turn = Turn(Conversation.New(waiting.Person, Web) with { Sessions = [Session(waiting.Person, "A")] });
        await Ports.Turns.CommitAsync(waiting, turn, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ports.Turns.CommitAsync(waiting, turn with { Next = turn.Next with { Sessions = [.. turn.Next.Sessions, Session(waiting.Person, "A", 2)] } }, default));
        Assert.Equal(1, Assert.Single(await Register.CountsAsync(default)).Count);
    }

    [Fact]
    public async Task Sessions_come_filtered_sorted_and_paged()
    {
        for (var number = 0; number < 5; number++)
            await Ports.TurnAsync(Text(new Address("web", $"p{number}"), "1"), next => Turn(next with
            {
                Sessions = [Session(next.Person, "A", number + 1) with { Touched = Noon.AddDays(number), Language = number < 2 ? "fr" : "rw", Submitted = number == 3 ? Noon.AddDays(3) : null }],
            }));
        var all = new SessionWish("A", null, "", null, null);

        var first = await Register.SessionsAsync(all, 0, 2, default);
        Assert.Equal(5, first.Found);
        Assert.Equal([4, 3], first.Sessions.Select(session => (session.Touched - Noon).Days));
        Assert.Equal("Uwase", first.Sessions[0].Answers[0].Value);
        Assert.Equal([0], (await Register.SessionsAsync(all, 4, 2, default)).Sessions.Select(session => (session.Touched - Noon).Days));
        Assert.Equal([0, 1, 2], (await Register.SessionsAsync(all with { IsDescending = false }, 0, 3, default)).Sessions.Select(session => (session.Touched - Noon).Days));
        Assert.Equal(2, (await Register.SessionsAsync(all with { Language = "fr" }, 0, 9, default)).Found);
        Assert.Equal(Noon.AddDays(3), Assert.Single((await Register.SessionsAsync(all with { Standing = Standing.Submitted }, 0, 9, default)).Sessions).Submitted);
        Assert.Equal(2, (await Register.SessionsAsync(all with { From = new DateOnly(2027, 3, 9), To = new DateOnly(2027, 3, 10) }, 0, 9, default)).Found);
        Assert.Empty((await Register.SessionsAsync(all with { Subject = "B" }, 0, 9, default)).Sessions);
    }

    [Fact]
    public async Task A_session_is_found_by_its_id_even_with_somebody_else()
    {
        var other = new PersonId("other");
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Sessions = [Session(next.Person, "A"), Session(next.Person, "B", 2) with { Id = "other-7" }] }));
        Assert.Equal("B", (await Register.SessionAsync("other-7", default))?.Subject);
        Assert.Equal("A", (await Register.SessionAsync((await Register.LinesAsync("A", default))[0].Id, default))?.Subject);
        Assert.Null(await Register.SessionAsync($"{other}-8", default));
    }

    [Fact]
    public async Task Each_session_of_a_flow_or_a_subject_comes_once_the_oldest_first()
    {
        for (var number = 0; number < 3; number++)
            await Ports.TurnAsync(Text(new Address("web", $"p{number}"), "1"), next => Turn(next with { Sessions = [Session(next.Person, "A", 9 - number), Session(next.Person, "B", 20)] }));
        Assert.Equal([7, 8, 9], (await AllAsync(null, "A")).Select(session => session.Started.Minute));
        Assert.Equal(6, (await AllAsync("interview", null)).Count);
        Assert.Empty(await AllAsync("test", null));
    }

    [Fact]
    public async Task People_are_counted_by_language_and_those_who_are_somebody_else_are_not()
    {
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next with { Language = Language.Rw }));
        await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next));
        await Ports.TurnAsync(Text(new("web", "c"), "1"), next => Turn(next with { StandsFor = new PersonId("0") }));
        Assert.Equal([(null, 1), (Language.Rw, 1)], (await Register.PeopleAsync(default)).Select(one => (one.Language, one.Count)).OrderBy(one => one.Language));
        Assert.Equal(2, (await Register.FindAsync(PeopleWish.All, 0, 9, default)).Found);
    }

    [Theory]
    [InlineData("Uwase", 1)]
    [InlineData("UWÁSE keza", 1)]
    [InlineData("Uwas", 0)]
    [InlineData("0788 123 456", 1)]
    [InlineData("+250788123456", 1)]
    [InlineData("0788123457", 0)]
    public async Task A_person_is_found_by_whole_words_of_her_name_and_by_her_phone(string asked, int found)
    {
        await Ports.TurnAsync(Text(new("sms", "+250788123456"), "1"), next => Turn(next with { Sessions = [Told(next.Person, ("/data/full_name", "Uwase Kéza"), ("/data/facility_name", "Butaro"))] }));
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next));
        place.Reopen();
        Assert.Equal(found, (await Register.FindAsync(PeopleWish.All with { Words = SearchWords.Asked(asked) }, 0, 9, default)).Found);
        Assert.Equal(0, (await Register.FindAsync(PeopleWish.All with { Words = SearchWords.Asked("Butaro") }, 0, 9, default)).Found);
    }

    [Fact]
    public async Task People_are_filtered_by_what_they_told_and_by_rounds()
    {
        var one = (await Ports.TurnAsync(Text(Web, "1"), next => Turn(next with
        {
            Language = Language.Fr,
            Sessions = [Told(next.Person, ("/data/b1_district", "0204"), ("/data/profession", "nurse")) with { Submitted = Noon }],
        }))).Person;
        var other = (await Ports.TurnAsync(Text(Chat, "1"), next => Turn(next with { Sessions = [Told(next.Person, ("/data/district", "0101"))] }))).Person;
        foreach (var wish in new[]
        {
            PeopleWish.All with { Language = Language.Fr }, PeopleWish.All with { District = "0204" }, PeopleWish.All with { Cadre = "nurse" }, PeopleWish.All with { Standing = Standing.Submitted },
            PeopleWish.All with { Subject = "A", Standing = Standing.Submitted }, PeopleWish.All with { IdEnd = one.Value[^6..] }, PeopleWish.All with { Among = [one] },
        })
        {
            var person = Assert.Single((await Register.FindAsync(wish, 0, 9, default)).People);
            Assert.Equal((one, "0204", "nurse", Language.Fr), (person.Person, person.District, person.Cadre, person.Language));
        }

        Assert.Equal(0, (await Register.FindAsync(PeopleWish.All with { Subject = "B" }, 0, 9, default)).Found);
        Assert.Equal(0, (await Register.FindAsync(PeopleWish.All with { Among = [] }, 0, 9, default)).Found);
        var sorted = new[] { one.Value, other.Value }.Order(StringComparer.Ordinal);
        Assert.Equal(sorted.First(), (await Register.FindAsync(PeopleWish.All with { IsDescending = false }, 0, 1, default)).People[0].Person.Value);
        Assert.Equal(sorted.Last(), (await Register.FindAsync(PeopleWish.All with { IsDescending = false }, 1, 1, default)).People[0].Person.Value);
    }

    [Fact]
    public async Task Who_somebody_is_is_told_from_both_sides()
    {
        var other = new PersonId("other");
        var fact = new PersonJoined(other, Noon, other, JoinedBy.Herself);
        var person = (await Ports.TurnAsync(Text(Web, "1"), next => Turn(next) with { Facts = [fact with { Person = next.Person }, new Silenced(next.Person, Noon)] })).Person;
        place.Reopen();
        Assert.Equal([fact with { Person = person }], await Ports.Records.IdentityAsync(person, default));
        Assert.Equal([fact with { Person = person }], await Ports.Records.IdentityAsync(other, default));
    }

    [Fact]
    public async Task Facts_of_one_kind_and_one_moment_are_all_kept()
    {
        var one = new PersonId("one");
        PersonJoined[] joined = [.. ((string[])["a", "b", "c"]).Select(other => new PersonJoined(one, Noon, new PersonId(other), JoinedBy.Herself))];
        await Ports.TurnAsync(Text(Web, "1"), next => Turn(next) with { Facts = [joined[0], joined[1]] });
        await Ports.TurnAsync(Text(Web, "2"), next => Turn(next) with { Facts = [joined[2]] });
        place.Reopen();
        Assert.Equal(joined, await Ports.Records.IdentityAsync(one, default));
    }

    async Task AssertRecountAsync()
    {
        var sessions = await Ports.Records.SessionsOfFlowAsync("interview", default);
        Assert.Equal(
            sessions.CountBy(session => (session.Subject, session.FormVersion, RegisterLine.StandingOf(session))).Select(one => (one.Key.Subject, one.Key.FormVersion, one.Key.Item3, one.Value)).Order(),
            (await Register.CountsAsync(default)).Select(count => (count.Subject, count.Version, count.Standing, count.Count)).Order());
    }

    async Task<List<Session>> AllAsync(string? flow, string? subject)
    {
        List<Session> all = [];
        await foreach (var session in Register.EachAsync(flow, subject, default))
            all.Add(session);
        return all;
    }

    static Session Told(PersonId person, params (string Path, string Value)[] answers) =>
        Session(person, "A") with { Answers = [.. answers.Select(answer => new GivenAnswer(answer.Path, answer.Value))] };
}
