using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>The register as a whole: its pages, and the one that is made of an older store.</summary>
public abstract class WholeRegisterContract(IStorePlace place) : IDisposable
{
    Ports Ports => place.Ports;

    IRegister Register => Ports.Register;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Lists_follow_whoever_goes_on_and_whoever_turns_out_to_be_somebody_else()
    {
        List<PersonId> people = [];
        for (var number = 0; number < 4; number++)
            people.Add((await TouchedAsync(number, number)).Person);
        await TouchedAsync(0, 9);
        await Ports.TurnAsync(Text(AddressOf(2), "3"), next => Turn(next with { StandsFor = people[3] }));

        for (var look = 0; look < 2; look++, place.Reopen())
        {
            var found = await Register.FindAsync(PeopleWish.All with { By = PeopleOrder.Day }, 0, 2, default);
            Assert.Equal(3, found.Found);
            Assert.Equal([people[0], people[3]], found.People.Select(person => person.Person));
            Assert.Equal([people[1]], (await Register.FindAsync(PeopleWish.All with { By = PeopleOrder.Day }, 2, 2, default)).People.Select(person => person.Person));
            var page = await Register.SessionsAsync(new SessionWish("A", null, "", null, null), 0, 2, default);
            Assert.Equal(4, page.Found);
            Assert.Equal([people[0], people[3]], page.Sessions.Select(session => session.Person));
            Assert.Equal(4, (await Register.SessionsAsync(new SessionWish("A", Standing.Running, "", null, null) { By = SessionOrder.Language }, 3, 2, default)).Found);
        }
    }

    [Fact]
    public async Task How_far_people_are_is_told_of_those_and_the_subjects_that_were_asked_for()
    {
        var one = (await Ports.TurnAsync(Text(AddressOf(1), "1"), next => Turn(next with
        {
            Sessions = [Session(next.Person, "A") with { Submitted = Noon }, Session(next.Person, "B", 2) with { Answers = [] }, Session(next.Person, "C", 3)],
        }))).Person;
        await TouchedAsync(2, 1);
        Assert.Equal(
            [new PersonStanding(one, "A", Standing.Submitted, false), new PersonStanding(one, "B", Standing.Running, true)],
            (await Register.StandingsAsync(["A", "B"], [one, new PersonId("nobody")], default)).OrderBy(standing => standing.Subject));
        Assert.Empty(await Register.StandingsAsync(["A"], [], default));
        Assert.Equal(2, (await Register.LinesAsync("A", default)).Count);
    }

    [Fact]
    public async Task A_store_from_before_there_was_a_register_gets_one_that_is_the_same()
    {
        for (var number = 0; number < 30; number++)
            await Ports.TurnAsync(Text(new Address("sms", $"+25078800{number:0000}"), "1"), next => Turn(next with
            {
                Language = (Language)(number % 3),
                Sessions = [Session(next.Person, "A") with { Answers = [new("/data/full_name", $"Uwase N{(char)('a' + number)}"), new("/data/district", $"02{number % 5:00}")], Submitted = number % 2 == 0 ? Noon.AddDays(number) : null }],
            }) with
            { Facts = [new PersonJoined(next.Person, Noon.AddMinutes(number), new PersonId("other"), JoinedBy.Herself)] });
        var before = await AllOfItAsync();
        await place.ForgetRegisterAsync();
        Assert.Equal(before, await AllOfItAsync());
        Assert.Equal(30, (await Ports.Records.IdentityAsync(new PersonId("other"), default)).Count);
        place.Reopen();
        Assert.Equal(before, await AllOfItAsync());
    }

    [Theory]
    [InlineData(SessionOrder.Day)]
    [InlineData(SessionOrder.Standing)]
    [InlineData(SessionOrder.Language)]
    public async Task Pages_put_together_are_the_whole_list_in_its_order(SessionOrder by)
    {
        for (var number = 0; number < 40; number++)
            await Ports.TurnAsync(Text(new Address("web", $"p{number}"), "1"), next => Turn(next with
            {
                Sessions = [Session(next.Person, "A", number % 4) with { Touched = Noon.AddDays(number % 3), Language = number % 2 == 0 ? "fr" : "rw", IsOver = number % 5 == 0 }],
            }));
        foreach (var isDescending in new[] { true, false })
        {
            var wish = new SessionWish("A", null, "", null, null) { By = by, IsDescending = isDescending };
            List<Session> paged = [];
            for (var skip = 0; skip < 40; skip += 7)
                paged.AddRange((await Register.SessionsAsync(wish, skip, 7, default)).Sessions);
            Func<Session, IComparable> rank = by switch { SessionOrder.Day => session => session.Touched, SessionOrder.Standing => session => RegisterLine.StandingOf(session), _ => session => session.Language };
            var sorted = isDescending ? paged.OrderByDescending(rank) : paged.OrderBy(rank);
            Assert.Equal(sorted.ThenByDescending(session => session.Started).ThenByDescending(session => session.Person.Value, StringComparer.Ordinal).Select(session => session.Id), paged.Select(session => session.Id));
            Assert.Equal(40, paged.Distinct().Count());
        }
    }

    // What there is to see of it, in one text.
    async Task<string> AllOfItAsync()
    {
        var people = (await Register.FindAsync(PeopleWish.All with { By = PeopleOrder.Day }, 0, 99, default)).People;
        var named = (await Register.FindAsync(PeopleWish.All with { Words = SearchWords.Asked("uwase nc") }, 0, 99, default)).People;
        return string.Join('\n',
        [
            .. people.Concat(named).Select(one => $"{one.Person} {one.Language} {one.District} {string.Join(',', one.Sessions)}"),
            .. (await Register.CountsAsync(default)).Select(one => $"{one}").Order(StringComparer.Ordinal), .. (await Register.PeopleAsync(default)).Select(one => $"{one}").Order(StringComparer.Ordinal),
        ]);
    }

    Task<Conversation> TouchedAsync(int number, int day) => Ports.TurnAsync(
        Text(AddressOf(number), $"{day}"), next => Turn(next with { Sessions = [Session(next.Person, "A") with { Touched = Noon.AddDays(day) }] }));

    static Address AddressOf(int number) => new("web", $"p{number}");
}
