using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LiteDB;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What is known of an address: whose it is, the number of the latest message to it, and the ids heard from it. Changed by the writer's thread only.</summary>
/// <remarks>Tens of thousands are remembered: so nothing here is kept but numbers, some texts and the ids' bytes.</remarks>
sealed class Correspondent
{
    /// <summary>Ids in one row: a row is written anew with each of them.</summary>
    const int IdsInRow = 32;

    const int IdBytes = 16;

    /// <summary>Ids are kept for ten days: providers bring a message again for seven.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(10);

    readonly string key;
    readonly Address address;
    long since, chunk;
    volatile string? person;

    // Never changed in place: any thread may read them.
    volatile byte[][] earlier = [];
    volatile byte[] latest = [];

    Correspondent(string key, Address address) => (this.key, this.address) = (key, address);

    /// <summary>Reads what is known of the address.</summary>
    /// <param name="find">Finds a row of a collection.</param>
    public Correspondent(Func<string, string, BsonDocument?> find, string key, Address address, Func<long> lastNumber) : this(key, address)
    {
        if (find(LiteDbSchema.Addresses, key) is not { } row)
            return;
        (person, since, chunk) = (row["person"].IsString ? row["person"].AsString : null, Number(row, "since") ?? 0, Number(row, "chunk") ?? 0);
        Last = Number(row, "last") ?? lastNumber();
        for (var place = chunk; place >= 0 && find(LiteDbSchema.Heard, StoredKeys.Numbered(key, place)) is { } some; place--)
            Remember(some["ids"].AsBinary, isLatest: place == chunk);
    }

    /// <summary>Whose it is; null before anything was heard.</summary>
    /// <remarks>Any thread may ask.</remarks>
    public PersonId? Person => person is { } id ? new PersonId(id) : null;

    /// <summary>Number of the latest message to it; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>Whether the id was heard; what is on its way to the disk counts.</summary>
    /// <remarks>Any thread may ask.</remarks>
    public bool HasHeard(UInt128 id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, id);
        var wanted = MemoryMarshal.Read<UInt128>(bytes);
        return In(latest, wanted) || Array.Exists(earlier, some => In(some, wanted));
    }

    /// <summary>Keeps the id, and forgets those that are too old.</summary>
    public void Hear(Draft draft, UInt128 id, DateTimeOffset now)
    {
        if (latest.Length >= IdsInRow * IdBytes)
        {
            Forget(draft, now);
            earlier = [.. earlier, latest];
            (latest, chunk) = ([], chunk + 1);
            Put(draft);
        }
        Span<byte> bytes = stackalloc byte[IdBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, id);
        var isFirst = latest.Length == 0;
        latest = [.. latest, .. bytes];
        var row = StoredRow.Of(StoredKeys.Numbered(key, chunk), RowField.Binary("ids", latest), RowField.Long("at", now.UtcTicks));
        if (isFirst)
            draft.Insert(LiteDbSchema.Heard, row);
        else
            draft.Put(LiteDbSchema.Heard, row);
    }

    /// <summary>A person begins at the address.</summary>
    public PersonId Begin(Draft draft, Guid id, DateTimeOffset at)
    {
        (since, person) = (at.UtcTicks, id.ToString("N"));
        Put(draft);
        return new PersonId(person);
    }

    /// <summary>So many messages more go to it.</summary>
    public void Say(Draft draft, int messages)
    {
        Last += messages;
        Put(draft);
    }

    void Put(Draft draft) => draft.Put(LiteDbSchema.Addresses, StoredRow.Of(
        key,
        RowField.Text("channel", address.Channel),
        RowField.Text("value", address.Value),
        RowField.Text("person", person),
        RowField.Long("since", since),
        RowField.Long("chunk", chunk),
        RowField.Long("last", Last)));

    void Remember(byte[] ids, bool isLatest)
    {
        if (isLatest)
            latest = ids;
        else
            earlier = [.. earlier, ids];
    }

    static long? Number(BsonDocument row, string field) => row[field].IsNumber ? row[field].AsInt64 : null;

    static bool In(byte[] ids, UInt128 id) => MemoryMarshal.Cast<byte, UInt128>(ids).Contains(id);

    void Forget(Draft draft, DateTimeOffset now)
    {
        for (var place = chunk; place >= 0 && draft.Find(LiteDbSchema.Heard, StoredKeys.Numbered(key, place)) is { } some; place--)
            if (now.UtcTicks - some["at"].AsInt64 > Kept.Ticks)
                draft.Delete(LiteDbSchema.Heard, StoredKeys.Numbered(key, place));
    }
}
