using System.Globalization;
using System.Runtime.CompilerServices;
using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>People and sessions by where they stand: out of memory, since this is the only process that has the store.</summary>
sealed class LiteDbRegister(LiteDbStore store, RegisterMemory memory) : IRegister
{
    /// <summary>Sessions in memory at a time while all are gone through.</summary>
    const int Handful = 200;

    /// <summary>A person's row.</summary>
    public static StoredRow Row(PersonLine line, Vault vault) =>
        StoredRow.Of(line.Person.Value, RowField.Text("is", StoredJson.WriteBytes(RegisterRow.Of(line, vault))));

    public Task<IReadOnlyList<SessionCount>> CountsAsync(CancellationToken stop) => Task.FromResult(memory.Count(counts => counts.Sessions));

    public Task<IReadOnlyList<PeopleCount>> PeopleAsync(CancellationToken stop) => Task.FromResult(memory.Count(counts => counts.People));

    public Task<SessionPage> SessionsAsync(SessionWish wish, int skip, int most, CancellationToken stop)
    {
        using var found = memory.Sessions(wish.Subject);
        found.Keep(session => session.Fits(wish));
        var page = SortedPage.Of(found.Rows, skip, most, Order(wish)).ToArray();
        return Task.FromResult(new SessionPage(Read(page.Select(one => Key(one.Person, one.Number))), found.Count));
    }

    public Task<Session?> SessionAsync(string id, CancellationToken stop)
    {
        var key = Find(id);
        return Task.FromResult(key is not null && store.Find(LiteDbSchema.Sessions, key) is { } row ? StoredJson.Read<Session>(row["is"]) : null);
    }

    public Task<IReadOnlyList<RegisterLine>> LinesAsync(string subject, CancellationToken stop) => Task.FromResult<IReadOnlyList<RegisterLine>>(
        [.. memory.People().SelectMany(person => person.Sessions.Where(session => session.Subject == subject).Select(session => session.Line(person.Person)))]);

    public Task<IReadOnlyList<PersonStanding>> StandingsAsync(IReadOnlyList<string> subjects, IReadOnlyCollection<PersonId> among, CancellationToken stop)
    {
        var wanted = subjects.ToHashSet(StringComparer.Ordinal);
        return Task.FromResult<IReadOnlyList<PersonStanding>>([.. Known(among).SelectMany(person => person.Sessions.Where(session => wanted.Contains(session.Subject))
            .Select(session => new PersonStanding(person.Person, session.Subject, session.Standing, session.IsOffered)))]);
    }

    public async IAsyncEnumerable<Session> EachAsync(string? flow, string? subject, [EnumeratorCancellation] CancellationToken stop)
    {
        var all = memory.People().SelectMany(person => person.Sessions.Where(session => (flow is null || session.Flow == flow) && (subject is null || session.Subject == subject))
            .Select(session => (session.Started, Key: Key(person.Person, session.Number)))).OrderBy(one => one.Started).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key).ToList();
        foreach (var some in all.Chunk(Handful))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var session in Read(some))
                yield return session;
            await Task.Yield(); // long work leaves room for turns
        }
    }

    public Task<PeopleFound> FindAsync(PeopleWish wish, int skip, int most, CancellationToken stop)
    {
        long[] keys = [.. wish.Words.Select(store.Vault.WordKey)];
        using var found = wish.Among is { } some ? new PooledRows<ListedPerson>([.. Among(some)]) : memory.Listed();
        found.Keep(person => person.Fits(wish, keys));
        var page = SortedPage.Of(found.Rows, skip, most, Order(wish)).ToArray();
        return Task.FromResult(new PeopleFound([.. page.Select(one => one.Person.Line())], found.Count));
    }

    IEnumerable<ListedPerson> Among(IReadOnlyCollection<PersonId> some) =>
        Known(some).Where(person => !person.IsSomebodyElse).Select(ListedPerson.Of);

    IEnumerable<RegisteredPerson> Known(IReadOnlyCollection<PersonId> some) => some.Distinct().Select(memory.Find).OfType<RegisteredPerson>();

    static Comparison<ListedPerson> Order(PeopleWish wish)
    {
        Comparison<ListedPerson> begun = static (one, other) => one.CompareBegun(other);
        Comparison<ListedPerson> order = wish.By == PeopleOrder.Begun ? begun : (one, other) => one.Day.CompareTo(other.Day) is not 0 and var by ? by : one.CompareBegun(other);
        return wish.IsDescending ? (one, other) => order(other, one) : order;
    }

    // Of equal ones the last begun first, whichever way they are sorted.
    static Comparison<ListedSession> Order(SessionWish wish)
    {
        Comparison<ListedSession> by = wish.By switch
        {
            SessionOrder.Day => static (one, other) => one.Day.CompareTo(other.Day),
            SessionOrder.Standing => static (one, other) => one.Standing.CompareTo(other.Standing),
            SessionOrder.Language => static (one, other) => string.CompareOrdinal(one.Language, other.Language),
            _ => throw new ArgumentOutOfRangeException(nameof(wish)),
        };
        return wish.IsDescending
            ? (one, other) => by(other, one) is not 0 and var way ? way : Latest(one, other)
            : (one, other) => by(one, other) is not 0 and var way ? way : Latest(one, other);
    }

    static int Latest(in ListedSession one, in ListedSession other) =>
        other.Started.CompareTo(one.Started) is not 0 and var by ? by
        : string.CompareOrdinal(other.Person.Value, one.Person.Value) is not 0 and var who ? who
        : other.Number.CompareTo(one.Number);

    // Nearly all ids begin with the person they began with; one who was joined since has her sessions elsewhere.
    string? Find(string id)
    {
        if (id.LastIndexOf('-') is > 0 and var dash && memory.Find(new PersonId(id[..dash])) is { } person && Of(person) is { } own)
            return own;
        return memory.People().Select(Of).FirstOrDefault(key => key is not null);

        string? Of(RegisteredPerson one)
        {
            foreach (ref readonly var session in one.Sessions.AsSpan())
                if (session.Id is { } its ? its == id : IsUsual(one.Person.Value, session.Number, id))
                    return Key(one.Person, session.Number);
            return null;
        }
    }

    static bool IsUsual(string person, int number, string id) =>
        id.Length > person.Length && id.StartsWith(person, StringComparison.Ordinal) && id[person.Length] == '-' && int.TryParse(id.AsSpan(person.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var its) && its == number + 1;

    static string Key(PersonId person, int number) => StoredKeys.Numbered(person.Value, number);

    List<Session> Read(IEnumerable<string> keys) => [.. store.Rows.Find(LiteDbSchema.Sessions, keys).Select(row => StoredJson.Read<Session>(row["is"]))];
}
