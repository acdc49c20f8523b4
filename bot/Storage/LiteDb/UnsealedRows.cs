using LiteDB;
using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rows of a store from before anything was sealed, as they are to be: sealed, and found by names of addresses that nobody can guess.</summary>
sealed class UnsealedRows(LiteDbStore store)
{
    /// <summary>Collections whose ids are an address, or an address and a number.</summary>
    static readonly string[] ByAddress =
        [LiteDbSchema.Addresses, LiteDbSchema.Heard, LiteDbSchema.Outbox, LiteDbSchema.Unsent, LiteDbSchema.Held, LiteDbSchema.GivenUp];

    Dictionary<string, string>? names;

    public IEnumerable<StoredRow> Sealed(string collection, Vault vault)
    {
        names ??= Pages(LiteDbSchema.Addresses).Select(row => new Address(row["channel"], row["value"])).Concat(SaidTo())
            .Distinct().ToDictionary(StoredKeys.Before, vault.KeyOf, StringComparer.Ordinal);
        foreach (var row in Pages(collection))
        {
            if (ByAddress.Contains(collection))
                row["_id"] = Renamed(row["_id"]);
            if (collection == LiteDbSchema.Receipts)
                row["row"] = Renamed(row["row"]);
            yield return SealedRow.Seal(vault, collection, StoredRow.Of(row));
        }
    }

    // Somebody may have been written to who was never heard.
    IEnumerable<Address> SaidTo() => Pages(LiteDbSchema.Outbox).Select(row => new Address(row["channel"], row["to"]));

    string Renamed(string id)
    {
        var at = id.IndexOf('/', StringComparison.Ordinal);
        var key = at < 0 ? id : id[..at];
        return names!.TryGetValue(key, out var name) ? name + id[key.Length..] : id; // made before the first row
    }

    IEnumerable<BsonDocument> Pages(string collection) => store.InOrder(collection);
}
