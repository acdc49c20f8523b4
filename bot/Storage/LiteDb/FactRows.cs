using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>All rows of facts that were there at the call, opened, in no order, some in memory at a time.</summary>
static class FactRows
{
    const int AtATime = 500;

    public static IEnumerable<BsonDocument> Of(LiteDbStore store)
    {
        // The layers first: what moves into the file meanwhile may land where it was looked already.
        var (newer, read) = store.Raw(LiteDbSchema.Facts);
        foreach (var row in newer.Values.OfType<byte[]>())
            yield return SealedRow.Open(store.Vault, LiteDbSchema.Facts, StoredRow.Read(row));
        BsonValue last = BsonValue.MinValue;
        for (List<BsonDocument> rows; ; last = rows[^1]["_id"])
        {
            var query = LiteDbRows.Where("_id > @0", last);
            (query.OrderBy, query.Limit) = (BsonExpression.Create("_id"), AtATime);
            rows = read(query);
            foreach (var row in rows.SelectMany(Bundles.In).Where(row => !newer.ContainsKey(row["_id"].AsString)))
                yield return SealedRow.Open(store.Vault, LiteDbSchema.Facts, row);
            if (rows.Count < AtATime)
                yield break;
        }
    }
}
