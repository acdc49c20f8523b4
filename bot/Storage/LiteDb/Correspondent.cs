using LiteDB;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What is known of an address: whose it is, the number of the latest message to it, and the ids heard from it. Used by the writer's thread only.</summary>
sealed class Correspondent
{
    /// <summary>Ids in one row: a row is written anew with each of them.</summary>
    const int IdsInRow = 32;

    const int IdBytes = 16;

    /// <summary>Ids are kept for ten days: providers bring a message again for seven.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(10);

    readonly string key;
    readonly BsonDocument row;
    readonly HashSet<UInt128> heard = [];
    byte[] latest = [];
    volatile string? person;

    /// <summary>Reads what is known of the address.</summary>
    public Correspondent(Draft draft, string key, Func<long> lastNumber)
    {
        this.key = key;
        if (draft.Find(LiteDbSchema.Addresses, key) is not { } known)
        {
            row = new BsonDocument { ["_id"] = key };
            return;
        }
        row = new BsonDocument(known);
        person = row["person"].IsString ? row["person"].AsString : null;
        Last = row["last"].IsNumber ? row["last"].AsInt64 : lastNumber();
        for (var chunk = Chunk; chunk >= 0 && draft.Find(LiteDbSchema.Heard, StoredKeys.Numbered(key, chunk)) is { } some; chunk--)
            Remember(some["ids"].AsBinary, isLatest: chunk == Chunk);
    }

    /// <summary>Whose it is; null before anything was heard.</summary>
    /// <remarks>The only thing here that any thread may ask for.</remarks>
    public PersonId? Person => person is { } id ? new PersonId(id) : null;

    /// <summary>Number of the latest message to it; 0 before the first.</summary>
    public long Last { get; private set; }

    public bool HasHeard(UInt128 id) => heard.Contains(id);

    /// <summary>Keeps the id, and forgets those that are too old.</summary>
    public void Hear(Draft draft, UInt128 id, DateTimeOffset now)
    {
        if (latest.Length >= IdsInRow * IdBytes)
        {
            Forget(draft, now);
            (latest, row["chunk"]) = ([], Chunk + 1);
            Put(draft);
        }
        Span<byte> bytes = stackalloc byte[IdBytes];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, id);
        latest = [.. latest, .. bytes];
        heard.Add(id);
        draft.Put(LiteDbSchema.Heard, new BsonDocument { ["_id"] = StoredKeys.Numbered(key, Chunk), ["ids"] = latest, ["at"] = now.UtcTicks });
    }

    /// <summary>A person begins at the address.</summary>
    public PersonId Begin(Draft draft, Address address, Guid id, DateTimeOffset at)
    {
        var begun = new PersonId(id.ToString("N"));
        (row["channel"], row["value"], row["person"], row["since"]) = (address.Channel, address.Value, begun.Value, at.UtcTicks);
        person = begun.Value;
        Put(draft);
        return begun;
    }

    /// <summary>So many messages more go to it.</summary>
    public void Say(Draft draft, int messages)
    {
        Last += messages;
        Put(draft);
    }

    long Chunk => row["chunk"].IsNumber ? row["chunk"].AsInt64 : 0;

    void Put(Draft draft)
    {
        row["last"] = Last;
        draft.Put(LiteDbSchema.Addresses, row);
    }

    void Remember(byte[] ids, bool isLatest)
    {
        if (isLatest)
            latest = ids;
        for (var at = 0; at < ids.Length; at += IdBytes)
            heard.Add(System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(ids.AsSpan(at, IdBytes)));
    }

    void Forget(Draft draft, DateTimeOffset now)
    {
        for (var chunk = Chunk; chunk >= 0 && draft.Find(LiteDbSchema.Heard, StoredKeys.Numbered(key, chunk)) is { } some; chunk--)
            if (now.UtcTicks - some["at"].AsInt64 > Kept.Ticks)
                draft.Delete(LiteDbSchema.Heard, StoredKeys.Numbered(key, chunk));
    }
}
