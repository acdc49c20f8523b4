using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A small set of documents, each under an id: enough for every port that lists and puts.</summary>
/// <param name="collection">Its own collection, listed in LiteDbSchema.</param>
sealed class LiteDbShelf<T>(LiteDbStore store, string collection)
{
    readonly string collection = LiteDbSchema.Collections.Contains(collection)
        ? collection
        : throw new ArgumentException($"List {collection} in LiteDbSchema.Collections first.", nameof(collection));

    /// <summary>All of them, by id.</summary>
    public Task<IReadOnlyList<T>> ListAsync(CancellationToken stop) => Task.FromResult(List());

    /// <summary>The same.</summary>
    public IReadOnlyList<T> List() => [.. store.All(collection).OrderBy(row => row["_id"].AsString, StringComparer.Ordinal).Select(Read)];

    /// <summary>The one of the id; the default when there is none.</summary>
    public Task<T?> FindAsync(string id, CancellationToken stop) =>
        Task.FromResult(store.Find(collection, id) is { } row ? Read(row) : default);

    /// <summary>Adds it, or replaces the one of the same id; durable on return.</summary>
    public Task PutAsync(string id, T value, CancellationToken stop)
    {
        var row = Row(id, value);
        return store.WriteAsync(draft => draft.Put(collection, row), stop);
    }

    /// <summary>Adds those whose ids are not there yet, in one transaction; durable on return.</summary>
    public Task AddAsync(IEnumerable<(string Id, T Value)> values, CancellationToken stop)
    {
        var rows = values.Select(one => Row(one.Id, one.Value)).ToList();
        return store.WriteAsync(draft => rows.ForEach(row => AddNew(draft, row)), stop);
    }

    public Task DeleteAsync(string id, CancellationToken stop) =>
        store.WriteAsync(draft => draft.Delete(collection, id), stop);

    void AddNew(Draft draft, BsonDocument row)
    {
        if (draft.Find(collection, row["_id"]) is null)
            draft.Insert(collection, row);
    }

    static BsonDocument Row(string id, T value) => new() { ["_id"] = CleanText.Of(id), ["is"] = StoredJson.Write(value) };

    static T Read(BsonDocument row) => StoredJson.Read<T>(row["is"]);
}
