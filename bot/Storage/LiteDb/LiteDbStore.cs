using LiteDB;
using LiteDB.Engine;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>One storage folder, owned: the lock, the file, its writer. What the ports of this folder share.</summary>
sealed class LiteDbStore : IDisposable
{
    readonly StorageLock owned;
    readonly LiteDbFile file;
    readonly LiteDbWriter writer;

    /// <exception cref="StorageInUseException">Another process owns the folder.</exception>
    public LiteDbStore(StorageOptions options)
    {
        owned = StorageLock.Take(options.Path);
        try
        {
            file = new LiteDbFile(options.Path);
        }
        catch
        {
            owned.Dispose();
            throw;
        }
        writer = new LiteDbWriter(file, () => Reopened?.Invoke());
    }

    /// <summary>Uncommitted changes were thrown away: forget what was remembered of them. Raised on the writer's thread.</summary>
    public event Action? Reopened;

    public Task WriteAsync(Action<ILiteEngine> work, CancellationToken stop) => writer.WriteAsync(work, static () => { }, stop);

    public Task WriteAsync(Action<ILiteEngine> work, Action whenDurable, CancellationToken stop) => writer.WriteAsync(work, whenDurable, stop);

    public List<BsonDocument> Read(string collection, Query query) => file.Read(collection, query);

    public BsonDocument? Find(string collection, string id) => file.Read(collection, LiteDbRows.ById(id)).FirstOrDefault();

    public void Dispose()
    {
        writer.Dispose();
        file.Dispose();
        owned.Dispose();
    }
}
