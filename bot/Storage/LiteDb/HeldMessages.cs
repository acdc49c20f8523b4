using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Which messages are held until the person speaks. On the writer's thread.</summary>
/// <remarks>The rows tell; memory only says whom it is worth looking for, so that a turn mostly costs nothing.</remarks>
sealed class HeldMessages
{
    const int Remembered = 10_000;

    readonly LiteDbStore store;
    readonly TimeProvider clock;
    readonly HashSet<string> perhaps;
    readonly Recent<string, DateTimeOffset> spoke = new(Remembered);

    public HeldMessages(LiteDbStore store, TimeProvider clock)
    {
        (this.store, this.clock) = (store, clock);
        perhaps = store.All(LiteDbSchema.Held, "channel").Select(row => row["_id"].AsString).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the person spoke after the time: then the channel would take it now.</summary>
    public bool HasSpoken(Draft draft, Address address, DateTimeOffset? since) => since is not null
        && (spoke.TryGet(store.Vault.KeyOf(address), out var at) ? at > since : LastHeard(draft, address) > since);

    public void Add(Draft draft, Sending sending)
    {
        var key = store.Vault.KeyOf(sending.To);
        perhaps.Add(key);
        var before = draft.Find(LiteDbSchema.Held, key) is { } row ? row["numbers"].AsString + " " : "";
        draft.Put(LiteDbSchema.Held, StoredRow.Of(
            key, RowField.Text("channel", sending.To.Channel), RowField.Text("numbers", string.Create(CultureInfo.InvariantCulture, $"{before}{sending.Number}"))));
    }

    /// <summary>The person speaks: ids of what was held for her, in their order.</summary>
    public List<string> Release(Draft draft, Address address)
    {
        var key = store.Vault.KeyOf(address);
        spoke.Put(key, clock.GetUtcNow());
        if (!perhaps.Contains(key) || draft.Find(LiteDbSchema.Held, key) is not { } row)
            return [];
        draft.Delete(LiteDbSchema.Held, key);
        return [.. Numbers(row["numbers"]).Order().Select(number => StoredKeys.Numbered(key, number))];
    }

    // Whoever spoke before the start stands in her conversation only.
    DateTimeOffset? LastHeard(Draft draft, Address address) =>
        draft.Find(LiteDbSchema.Addresses, store.Vault.KeyOf(address)) is { } row && draft.Find(LiteDbSchema.Conversations, row["person"]) is { } talk
            ? StoredJson.Read<Conversation>(talk["is"]).Reaches.FirstOrDefault(reach => reach.Address == address)?.LastHeard
            : null;

    public static IEnumerable<long> Numbers(string numbers) => numbers.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture));
}
