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
    readonly HashSet<string> gone = new(StringComparer.Ordinal);
    readonly Lock loading = new();
    bool isLoaded;

    public RegisterMemory(LiteDbStore store)
    {
        this.store = store;
        store.Changed += Take;
    }

    /// <summary>Everybody, in no order; waits until all rows were read once.</summary>
    public ICollection<RegisteredPerson> People()
    {
        Load();
        return people.Values;
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
            // What was committed since is newer than what is read here.
            foreach (var row in store.All(LiteDbSchema.Register))
                if (row["is"].IsString && !IsGone(row["_id"].AsString))
                    people.TryAdd(row["_id"].AsString, Read(row));
            Volatile.Write(ref isLoaded, true);
            lock (gone)
                gone.Clear();
        }
    }

    bool IsGone(string id)
    {
        lock (gone)
            return gone.Contains(id);
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
        if (change.Row is { } bytes && SealedRow.Open(store.Vault, LiteDbSchema.Register, StoredRow.Read(bytes)) is var row)
        {
            if (row["is"].IsString)
                people[change.Id] = Read(row);
            return;
        }
        if (!Volatile.Read(ref isLoaded))
            lock (gone)
                gone.Add(change.Id);
        people.TryRemove(change.Id, out _);
    }

    RegisteredPerson Read(LiteDB.BsonDocument row) => new(new PersonId(row["_id"].AsString), StoredJson.Read<RegisterRow>(row["is"].AsString), Once);

    string Once(string text) => texts.GetOrAdd(text, text);
}
