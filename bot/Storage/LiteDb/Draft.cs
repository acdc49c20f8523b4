using LiteDB;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What a group of writes changes, before it is committed; each write sees what those before it in the group did.</summary>
/// <param name="find">The row as it is committed; null when there is none.</param>
/// <param name="has">Whether there is such a row.</param>
/// <param name="vault">Seals every row that comes in.</param>
sealed class Draft(Func<string, string, BsonDocument?> find, Func<string, string, bool> has, Vault vault)
{
    readonly List<Change> changes = [];
    readonly Dictionary<(int, string), byte[]?> rows = [];
    readonly List<string> facts = [];

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>Facts of the group's turns, as they are written.</summary>
    public IReadOnlyList<string> Facts => facts;

    /// <summary>The row; null when there is none.</summary>
    public BsonDocument? Find(string collection, string id) =>
        rows.TryGetValue((LiteDbSchema.Place(collection), id), out var row) ? row is null ? null : SealedRow.Open(vault, collection, StoredRow.Read(row)) : find(collection, id);

    /// <summary>Adds or replaces the row.</summary>
    public void Put(string collection, BsonDocument row) => Put(collection, StoredRow.Of(row));

    /// <summary>Adds or replaces the row.</summary>
    public void Put(string collection, StoredRow row) => Add(new Change(LiteDbSchema.Place(collection), row.Id, SealedRow.Seal(vault, collection, row).Bytes));

    /// <summary>Adds a row of whose id there is none.</summary>
    public void Insert(string collection, BsonDocument row) => Insert(collection, StoredRow.Of(row));

    /// <summary>Adds a row of whose id there is none.</summary>
    public void Insert(string collection, StoredRow row) => Add(new Change(LiteDbSchema.Place(collection), row.Id, SealedRow.Seal(vault, collection, row).Bytes, IsBorn: true));

    /// <summary>Takes the row away; false when there is none.</summary>
    public bool Delete(string collection, string id)
    {
        if (!(rows.TryGetValue((LiteDbSchema.Place(collection), id), out var row) ? row is not null : has(collection, id)))
            return false;
        Add(new Change(LiteDbSchema.Place(collection), id, null));
        // Whoever takes a person away, the register follows.
        if (collection == LiteDbSchema.Conversations)
            Delete(LiteDbSchema.Register, id);
        return true;
    }

    public void Note(string some) => facts.Add(some);

    /// <summary>Where the draft stands, to go back to.</summary>
    public (int, int) Mark() => (changes.Count, facts.Count);

    /// <summary>Forgets what was changed since the mark.</summary>
    public void GoBack((int Changes, int Facts) mark)
    {
        changes.RemoveRange(mark.Changes, changes.Count - mark.Changes);
        facts.RemoveRange(mark.Facts, facts.Count - mark.Facts);
        rows.Clear();
        foreach (var change in changes)
            rows[(change.Collection, change.Id)] = change.Row;
    }

    void Add(Change change)
    {
        changes.Add(change);
        rows[(change.Collection, change.Id)] = change.Row;
    }
}
