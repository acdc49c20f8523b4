using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What a LiteDB store tells who watches over it.</summary>
sealed class LiteDbFigures(LiteDbStore store, StorageOptions options) : IStoreFigures, IStoreHealth
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Task<StoreFigures> ReadAsync(CancellationToken stop)
    {
        var waiting = store.Read(LiteDbSchema.Waiting, Only("_id", "n"));
        return Task.FromResult(new StoreFigures(
            waiting.Count,
            waiting.MinBy(row => row["n"].AsInt64) is { } first ? Accepted(first["_id"]) : null,
            store.Read(LiteDbSchema.Unsent, Only("_id")).Count,
            store.Read(LiteDbSchema.Aside, Only("_id")).Count,
            LogBytes()));
    }

    // A commit of nothing is a commit all the same: it finds out what no look at the files would.
    public async Task<StoreTrouble?> AskAsync(CancellationToken stop)
    {
        try
        {
            await store.WriteAsync(static _ => { }, stop).WaitAsync(Patience, stop);
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return CanRead() ? StoreTrouble.ReadOnly : StoreTrouble.Broken;
        }
    }

    bool CanRead()
    {
        try
        {
            store.Find(LiteDbSchema.Commits, "1");
            return true;
        }
        catch (Exception fault) when (fault is IOException or LiteException or ObjectDisposedException)
        {
            return false;
        }
    }

    DateTimeOffset? Accepted(string id) =>
        store.Find(LiteDbSchema.Inbox, id) is { } row ? new DateTimeOffset(row["at"].AsInt64, TimeSpan.Zero) : null;

    long LogBytes() => new FileInfo(Path.Combine(options.Path, "rbcbot-log.db")) is { Exists: true } log ? log.Length : 0;

    static Query Only(params string[] fields) =>
        new() { Select = BsonExpression.Create($"{{{string.Join(",", fields.Select(field => $"{field}:$.{field}"))}}}") };
}
