using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>All rows of a collection in the order of their ids, opened, page by page: a query that is left open would hold the file.</summary>
static class RowPages
{
    const int AtATime = 2000;

    public static IEnumerable<BsonDocument> Of(LiteDbStore store, string collection)
    {
        BsonValue last = BsonValue.MinValue;
        while (true)
        {
            var query = LiteDbRows.Where("_id > @0", last);
            (query.OrderBy, query.Limit) = (BsonExpression.Create("_id"), AtATime);
            var rows = store.Read(collection, query);
            foreach (var row in rows.SelectMany(row => store.In(collection, row)))
                yield return row;
            if (rows.Count < AtATime)
                yield break;
            last = rows[^1]["_id"];
        }
    }
}
