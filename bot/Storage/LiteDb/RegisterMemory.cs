using System.Collections.Concurrent;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The register's rows in memory: read once after the start, then kept with every commit that changes one.</summary>
sealed class RegisterMemory
{
    static readonly int Place = LiteDbSchema.Place(LiteDbSchema.Register);

    readonly LiteDbStore store;
    readonly ConcurrentDictionary<string, RegisteredPerson> people = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    readonly RegisterCounts counts = new();
    readonly RegisterLists lists = new();
    readonly HashSet<string> gone = new(StringComparer.Ordinal);
    readonly Lock loading = new(), changing = new();
    bool isLoaded;

    public RegisterMemory(LiteDbStore store)
    {
        this.store = store;
        store.Changed += Take;
    }

    /// <summary>Everybody, in no order and without a copy; waits until all rows were read once.</summary>
    public IEnumerable<RegisteredPerson> People()
    {
        Load();
        foreach (var (_, person) in people)
            yield return person;
    }

    /// <summary>What the counts say; short, for turns wait meanwhile.</summary>
    public T Count<T>(Func<RegisterCounts, T> read)
    {
        Load();
        lock (changing)
            return read(counts);
    }

    /// <summary>All sessions of a subject, in no order: a copy, so that turns wait no longer than it takes to make one.</summary>
    public PooledRows<ListedSession> Sessions(string subject)
    {
        Load();
        lock (changing)
            return new PooledRows<ListedSession>(lists.Sessions(subject));
    }

    /// <summary>Everybody who is in lists, in no order: a copy too.</summary>
    public PooledRows<ListedPerson> Listed()
    {
        Load();
        lock (changing)
            return new PooledRows<ListedPerson>(lists.People);
    }

    public RegisteredPerson? Find(PersonId person)
    {
        Load();
        return people.GetValueOrDefault(person.Value);
    }

    void Load()
    {
        if (Volatile.Read(ref isLoaded))
            return;
        lock (loading)
        {
            if (isLoaded)
                return;
            RegisterUpgrade.Run(store);
            foreach (var row in store.All(LiteDbSchema.Register))
                if (row["is"].IsString)
                    TakeOld(row["_id"].AsString, Read(row));
            lock (changing)
                gone.Clear();
            Volatile.Write(ref isLoaded, true);
        }
    }

    // What was committed since is newer than what is read at the start.
    void TakeOld(string id, RegisteredPerson person)
    {
        lock (changing)
            if (!gone.Contains(id) && people.TryAdd(id, person))
                Replace(null, person);
    }

    // On the writer's thread, in the order of the commits.
    void Take(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
            if (change.Collection == Place)
                Take(change);
    }

    void Take(Change change)
    {
        if (change.Row is null)
            Forget(change.Id);
        else if (SealedRow.Open(store.Vault, LiteDbSchema.Register, StoredRow.Read(change.Row)) is var row && row["is"].IsString)
            Keep(change.Id, Read(row));
    }

    void Keep(string id, RegisteredPerson person)
    {
        lock (changing)
        {
            Replace(people.GetValueOrDefault(id), person);
            people[id] = person;
        }
    }

    void Forget(string id)
    {
        lock (changing)
        {
            if (!Volatile.Read(ref isLoaded))
                gone.Add(id);
            if (people.TryRemove(id, out var before))
                Replace(before, null);
        }
    }

    void Replace(RegisteredPerson? before, RegisteredPerson? next)
    {
        counts.Replace(before, next);
        lists.Replace(before, next);
    }

    RegisteredPerson Read(LiteDB.BsonDocument row) => new(new PersonId(row["_id"].AsString), StoredJson.Read<RegisterRow>(row["is"].AsString), Once);

    string Once(string text) => texts.GetOrAdd(text, text);
}
