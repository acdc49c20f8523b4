using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>How messages fared, out of the rows of the outbox.</summary>
sealed class LiteDbDeliveries : IDeliveries
{
    readonly LiteDbStore store;
    readonly LiteDbOutbox outbox;
    readonly Kept<List<GivenUpRow>> givenUp;

    public LiteDbDeliveries(LiteDbStore store, LiteDbOutbox outbox)
    {
        (this.store, this.outbox) = (store, outbox);
        givenUp = new(store, LiteDbSchema.GivenUp, () => [.. GivenUp()]);
    }

    public Task<IReadOnlyList<Undelivered>> GivenUpAsync(FailureClass? only, int most, CancellationToken stop)
    {
        var ids = givenUp.Value.Where(one => only is null || one.Class == only).OrderByDescending(one => one.At).Take(most).Select(one => one.Id);
        return Task.FromResult<IReadOnlyList<Undelivered>>([.. ids.Select(id => store.Find(LiteDbSchema.Outbox, id)).OfType<BsonDocument>().Select(Read)]);
    }

    public Task<IReadOnlyList<GivenUpCount>> GivenUpCountsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<GivenUpCount>>(
    [
        .. givenUp.Value.GroupBy(one => (one.Channel, one.Class)).Select(group => new GivenUpCount(group.Key.Channel, group.Key.Class, group.Count()))
            .OrderBy(count => count.Channel, StringComparer.Ordinal).ThenBy(count => count.Class),
    ]);

    public Task<IReadOnlyList<Undelivered>> OfPersonAsync(PersonId person, int most, CancellationToken stop) => Task.FromResult<IReadOnlyList<Undelivered>>(
    [
        .. store.Rows.KeysBy(LiteDbSchema.Addresses, "person", person.Value)
            .SelectMany(key => Latest(key, most))
            .Select(row => Read(person, row))
            .OrderByDescending(one => one.Sending.DueAt).ThenByDescending(one => one.Sending.Number)
            .Take(most),
    ]);

    public Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken stop)
    {
        var pending = outbox.CountByChannel();
        var held = store.All(LiteDbSchema.Held).GroupBy(row => row["channel"].AsString)
            .ToDictionary(channel => channel.Key, channel => channel.Sum(row => HeldMessages.Numbers(row["numbers"]).Count()));
        return Task.FromResult<IReadOnlyList<QueueDepth>>(
            [.. pending.Keys.Union(held.Keys).Order(StringComparer.Ordinal).Select(channel => new QueueDepth(channel, pending.GetValueOrDefault(channel), held.GetValueOrDefault(channel)))]);
    }

    public Task<bool> ResendAsync(string id, bool evenUnknown, CancellationToken stop) => outbox.ResendAsync(id, evenUnknown, stop);

    IEnumerable<GivenUpRow> GivenUp() => store.All(LiteDbSchema.GivenUp).Select(row => row["class"].IsString
        ? new GivenUpRow(row["_id"].AsString, row["at"].AsInt64, row["channel"].AsString, Enum.Parse<FailureClass>(row["class"].AsString))
        : Older(row["_id"], row["at"].AsInt64));

    // Given up before channel and class were written with it.
    GivenUpRow Older(string id, long at) =>
        store.Find(LiteDbSchema.Outbox, id) is { } row && SendingRow.Read(row) is var sending ? new(id, at, sending.To.Channel, sending.Class) : new(id, at, "", FailureClass.None);

    IReadOnlyList<BsonDocument> Latest(string key, int most)
    {
        var last = store.Find(LiteDbSchema.Addresses, key) is { } row && row["last"].IsNumber ? row["last"].AsInt64 : Math.Max(0, store.Rows.LastNumber(LiteDbSchema.Outbox, key));
        return store.Range(LiteDbSchema.Outbox, key, Math.Max(1, last - most + 1), last);
    }

    Undelivered Read(BsonDocument row)
    {
        var at = store.Find(LiteDbSchema.Addresses, StoredKeys.KeyIn(row["_id"]));
        return Read(new PersonId(at is not null && at["person"].IsString ? at["person"] : ""), row);
    }

    static Undelivered Read(PersonId person, BsonDocument row) => new(person, SendingRow.Read(row), row["reason"]);

    sealed record GivenUpRow(string Id, long At, string Channel, FailureClass Class);
}
