using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store keeps to when somebody is erased who has several addresses, or who is not alone on hers.</summary>
public abstract class ErasedPeopleContract(IStorePlace place) : IDisposable
{
    const string Others = "CS Otherswords";

    static readonly Address Phone = new("whatsapp", "250788900155");

    Ports Ports => place.Ports;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_joined_two_talks_is_erased_on_both_addresses()
    {
        var hers = await JoinedAsync();
        var ids = (await Ports.Records.FactsAsync(default)).Select(fact => fact.Person).Distinct().ToList();
        Assert.Equal(2, ids.Count);
        await hers.SayAsync(Chat, "CS Plantedwords too", "delete me", "yes", "yes");
        await hers.HaveHerDayAsync();
        await SweptAsync();
        Assert.Empty(await Ports.Records.ConversationsAsync(default));
        Assert.DoesNotContain(await Ports.Records.FactsAsync(default), fact => ids.Contains(fact.Person) || fact is PersonJoined);
        foreach (var address in (Address[])[Phone, Chat])
            Assert.Empty(await Ports.Outbox.LastAsync(address, 10, default));
        foreach (var id in ids)
            Assert.Empty(await Ports.Records.AddressesAsync(id, default));
        Assert.DoesNotContain("lanted", await KeptAsync(), StringComparison.Ordinal);
        Assert.Single((await Ports.Records.SessionsAsync("B1", default)).Select(session => session.Person).Distinct());
    }

    [Fact]
    public async Task Who_joined_two_talks_is_somebody_new_on_each_afterwards()
    {
        var hers = await JoinedAsync();
        var ids = (await Ports.Records.FactsAsync(default)).Select(fact => fact.Person).Distinct().ToList();
        await hers.WantToBeErasedAsync();
        await hers.HaveHerDayAsync();
        await SweptAsync();
        await hers.SayAsync(Phone, "hello");
        await hers.SayAsync(Chat, "hello");
        var again = await Ports.Records.ConversationsAsync(default);
        Assert.Equal(2, again.Count);
        Assert.All(again, talk => Assert.Equal((false, 0, null), (ids.Contains(talk.Person), talk.Sessions.Count, talk.Language)));
    }

    [Fact]
    public async Task Whose_phone_it_was_is_erased_and_the_other_one_on_it_goes_on()
    {
        var (hers, keza, mugabo) = await SharedAsync();
        await hers.SayAsync(Phone, "shared phone", "Keza", "delete me", "yes", "yes");
        await GoneAsync(hers, keza);
        await StaysAsync(mugabo, "Mugabo", Others);
        Assert.DoesNotContain(PlantedPerson.Place, await KeptAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Keza", await KeptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_to_a_phone_later_is_erased_and_whose_phone_it_was_goes_on()
    {
        var (hers, keza, mugabo) = await SharedAsync();
        await hers.SayAsync(Phone, "shared phone", "Mugabo", "delete me", "yes", "yes");
        await GoneAsync(hers, mugabo);
        await StaysAsync(keza, "Keza", PlantedPerson.Place);
        Assert.DoesNotContain("Otherswords", await KeptAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mugabo", await KeptAsync(), StringComparison.Ordinal);
    }

    async Task<PlantedPerson> JoinedAsync()
    {
        var hers = new PlantedPerson(Ports, Phone, place.Clock);
        await hers.SpeakAsync();
        await hers.SayAsync(Chat, "hi", "en");
        await hers.SayAsync(Phone, "link");
        await hers.SayAsync(Chat, hers.Code, "yes");
        await hers.SayAsync(Phone, "yes");
        Assert.Single(await Ports.Records.FactsAsync(default), fact => fact is PersonJoined);
        return hers;
    }

    async Task<(PlantedPerson Hers, PersonId Keza, PersonId Mugabo)> SharedAsync()
    {
        var hers = new PlantedPerson(Ports, Phone, place.Clock);
        await hers.SpeakAsync();
        await hers.SayAsync(Phone, "shared phone", "Keza", "2", "Mugabo", "en");
        await hers.EnterAsync();
        await hers.SayAsync(Phone, "I agree", "Huye", Others);
        var sessions = await Ports.Records.SessionsAsync("B1", default);
        return (hers, Of(PlantedPerson.Place), Of(Others));

        PersonId Of(string words) => Assert.Single(sessions, session => session.Answers.Any(answer => answer.Value == words)).Person;
    }

    // Nobody is told on a phone that others read. Her name stands on a button there while it is asked who is writing.
    async Task GoneAsync(PlantedPerson hers, PersonId person)
    {
        place.Clock.Advance(TimeSpan.FromHours(1));
        await hers.SayAsync(Phone, "hello");
        Assert.Contains("Who is writing?", hers.Sent[^1], StringComparison.Ordinal);
        await hers.WaitAsync();
        Assert.DoesNotContain(hers.Sent, text => text.StartsWith("What told who you are", StringComparison.Ordinal));
        await SweptAsync();
        place.Reopen();
        Assert.DoesNotContain(await Ports.Records.FactsAsync(default), fact => fact.Person == person);
        Assert.DoesNotContain(await Ports.Records.SessionsAsync("B1", default), session => session.Person == person);
    }

    async Task StaysAsync(PersonId person, string name, string words)
    {
        Assert.Contains(words, Assert.Single(await Ports.Records.SessionsAsync("B1", default), session => session.Person == person).Answers.Select(answer => answer.Value));
        Assert.Contains(await Ports.Records.FactsAsync(default), fact => fact.Person == person && fact is AnswerGiven given && given.Value == words);
        var again = new PlantedPerson(Ports, Phone, place.Clock);
        await again.SayAsync(Phone, "continue", name);
        Assert.Contains("3/58", again.Sent[^1], StringComparison.Ordinal);
    }

    async Task SweptAsync()
    {
        foreach (var row in await Ports.Erased.ListAsync(default))
            Assert.True(await Ports.Erased.SweepAsync(row, isOver: true, default));
    }

    /// <summary>All conversations, sessions and facts as they are kept.</summary>
    async Task<string> KeptAsync() => StoredJson.Write(await Ports.Records.ConversationsAsync(default)) + StoredJson.Write(await Ports.Records.SessionsAsync("B1", default))
        + StoredFacts.Write([.. await Ports.Records.FactsAsync(default)]);
}
