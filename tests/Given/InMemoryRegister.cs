using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>The register over lists of sessions and conversations: what a store would keep of them, worked out each time.</summary>
sealed class InMemoryRegister(InMemoryRecords records) : IRegister
{
    IEnumerable<RegisterLine> All => records.Sessions.Select((session, number) => RegisterLine.Of(number, session));

    public Task<IReadOnlyList<SessionCount>> CountsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<SessionCount>>(
        [.. All.CountBy(line => (line.Subject, line.Version, line.Standing)).Select(one => new SessionCount(one.Key.Subject, one.Key.Version, one.Key.Standing, one.Value))]);

    public Task<IReadOnlyList<PeopleCount>> PeopleAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<PeopleCount>>(
        [.. records.Conversations.Where(talk => talk.StandsFor is null).GroupBy(talk => talk.Language).Select(group => new PeopleCount(group.Key, group.Count()))]);

    public Task<SessionPage> SessionsAsync(SessionWish wish, int skip, int most, CancellationToken stop)
    {
        var found = All.Where(wish.Takes).OrderByDescending(line => line.Started).ToList();
        Func<RegisterLine, IComparable> by = wish.By switch { SessionOrder.Day => line => line.Day, SessionOrder.Standing => line => line.Standing, _ => line => line.Language };
        var sorted = wish.IsDescending ? found.OrderByDescending(by) : found.OrderBy(by);
        return Task.FromResult(new SessionPage([.. sorted.Skip(skip).Take(most).Select(line => records.Sessions[line.Number])], found.Count));
    }

    public Task<Session?> SessionAsync(string id, CancellationToken stop) => Task.FromResult(records.Sessions.FirstOrDefault(session => session.Id == id));

    public Task<IReadOnlyList<RegisterLine>> LinesAsync(string subject, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<RegisterLine>>([.. All.Where(line => line.Subject == subject)]);

    public Task<IReadOnlyList<PersonStanding>> StandingsAsync(IReadOnlyList<string> subjects, IReadOnlyCollection<PersonId> among, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<PersonStanding>>([.. All.Where(line => subjects.Contains(line.Subject) && among.Contains(line.Person)).Select(line => new PersonStanding(line.Person, line.Subject, line.Standing, line.IsOffered))]);

    public async IAsyncEnumerable<Session> EachAsync(string? flow, string? subject, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var session in records.Sessions.Where(session => (flow is null || session.Flow == flow) && (subject is null || session.Subject == subject)).ToList())
            yield return session;
    }

    public Task<PeopleFound> FindAsync(PeopleWish wish, int skip, int most, CancellationToken stop)
    {
        var people = records.Conversations.Select(talk => PersonLine.Of(talk with { Sessions = talk.Sessions.Count > 0 ? talk.Sessions : [.. records.Sessions.Where(session => session.Person == talk.Person)] })).Where(person =>
            !person.IsSomebodyElse && wish.Words.All(person.Words.Contains) && (wish.Language is null || person.Language == wish.Language)
            && (wish.District.Length == 0 || person.District == wish.District) && (wish.Cadre.Length == 0 || person.Cadre == wish.Cadre)
            && (wish.IdEnd.Length == 0 || person.Person.Value.EndsWith(wish.IdEnd, StringComparison.OrdinalIgnoreCase)) && (wish.Among?.Contains(person.Person) ?? true)
            && ((wish.Subject.Length == 0 && wish.Standing is null) || person.Sessions.Any(wish.Takes))).OrderBy(person => person.Person.Value, StringComparer.Ordinal).ToList();
        if (wish.IsDescending)
            people.Reverse();
        return Task.FromResult(new PeopleFound([.. people.Skip(skip).Take(most).Select(person => person with { Words = [] })], people.Count));
    }
}
