using System.Security.Cryptography;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What was set aside, a row each.</summary>
sealed class LiteDbAside(LiteDbStore store, LiteDbInbox inbox, TimeProvider clock) : IAside
{
    readonly Kept<IReadOnlyList<string>> oldest = new(store, LiteDbSchema.Aside, () =>
        [.. store.All(LiteDbSchema.Aside, "_id", "at").OrderBy(row => row["at"].AsInt64).ThenBy(row => row["_id"].AsString, StringComparer.Ordinal).Select(row => row["_id"].AsString)]);

    public Task<IReadOnlyList<SetAside>> PageAsync(bool isLatestFirst, int skipped, int most, CancellationToken stop)
    {
        var ids = isLatestFirst ? oldest.Value.Reverse() : oldest.Value;
        return Task.FromResult<IReadOnlyList<SetAside>>([.. store.Rows.Find(LiteDbSchema.Aside, ids.Skip(skipped).Take(most)).Select(Read)]);
    }

    public Task<int> CountAsync(CancellationToken stop) => Task.FromResult(oldest.Value.Count);

    public Task KeepUnreadAsync(string channel, ReadOnlyMemory<byte> payload, string reason, CancellationToken stop)
    {
        var row = new BsonDocument
        {
            ["_id"] = $"{channel}-{Convert.ToHexStringLower(SHA256.HashData(payload.Span))}",
            ["channel"] = channel,
            ["payload"] = payload.ToArray(),
            ["reason"] = CleanText.Of(reason),
            ["at"] = clock.GetUtcNow().UtcTicks,
        };
        return store.WriteAsync(draft => Put(draft, row), stop);
    }

    public async Task<bool> ReplayAsync(string id, CancellationToken stop)
    {
        Waiting? again = null;
        await store.WriteAsync(draft => again = Replay(draft, id), () => inbox.Queue(again), stop);
        return again is not null;
    }

    public static BsonDocument Row(Waiting waiting, string reason, DateTimeOffset at) => new()
    {
        ["_id"] = waiting.Id,
        ["channel"] = waiting.Inbound.From.Channel,
        ["person"] = waiting.Person.Value,
        ["inbound"] = StoredJson.Write(waiting.Inbound),
        ["reason"] = CleanText.Of(reason),
        ["at"] = at.UtcTicks,
    };

    /// <summary>Keeps it, unless it is there, inside the writer's transaction.</summary>
    public static void Put(Draft draft, BsonDocument row)
    {
        if (draft.Find(LiteDbSchema.Aside, row["_id"]) is null)
            draft.Insert(LiteDbSchema.Aside, row);
    }

    Waiting? Replay(Draft draft, string id)
    {
        if (draft.Find(LiteDbSchema.Aside, id) is not { } row || Read(row) is not { Inbound: { } inbound, Person: { } person })
            return null;
        draft.Delete(LiteDbSchema.Aside, id);
        return inbox.Put(draft, id, person, inbound);
    }

    static SetAside Read(BsonDocument row) => new(
        row["_id"],
        row["channel"].IsNull ? "" : row["channel"],
        row["person"].IsNull ? null : new PersonId(row["person"]),
        row["inbound"].IsNull ? null : StoredJson.Read<Inbound>(row["inbound"]),
        row["payload"].IsNull ? null : row["payload"].AsBinary,
        row["reason"],
        new DateTimeOffset(row["at"].AsInt64, TimeSpan.Zero));
}
