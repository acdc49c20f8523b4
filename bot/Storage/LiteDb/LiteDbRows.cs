using LiteDB;
using LiteDB.Engine;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rows of the engine, without LiteDB's mapper, which trims texts, drops empty ones and shifts times.</summary>
static class LiteDbRows
{
    public static List<BsonDocument> All(ILiteEngine engine, string collection, Query query)
    {
        using var reader = engine.Query(collection, query);
        var rows = new List<BsonDocument>();
        while (reader.Read())
            rows.Add(reader.Current.AsDocument);
        return rows;
    }

    public static BsonDocument? Find(ILiteEngine engine, string collection, string id) =>
        All(engine, collection, ById(id)).FirstOrDefault();

    public static void Insert(ILiteEngine engine, string collection, BsonDocument row) =>
        engine.Insert(collection, [row], BsonAutoId.ObjectId);

    /// <summary>Adds or replaces the row; true when it is new.</summary>
    public static bool Put(ILiteEngine engine, string collection, BsonDocument row) =>
        engine.Upsert(collection, [row], BsonAutoId.ObjectId) > 0;

    public static bool Delete(ILiteEngine engine, string collection, string id) =>
        engine.Delete(collection, [new BsonValue(id)]) > 0;

    public static Query ById(string id) => Where("_id = @0", id);

    /// <param name="condition">With @0, @1 for the values: LiteDB compiles a condition once, Query.EQ would compile one for every value.</param>
    public static Query Where(string condition, params BsonValue[] values)
    {
        var query = new Query();
        query.Where.Add(BsonExpression.Create(condition, values));
        return query;
    }

    /// <summary>Rows whose id is key/number with a number above, in order.</summary>
    public static Query Above(string key, long number) =>
        Where("_id BETWEEN @0 AND @1", StoredKeys.Numbered(key, number + 1), $"{key}/:");

    /// <summary>The last rows whose id is key/number, latest first.</summary>
    public static Query Last(string key, int count)
    {
        var query = Where("_id BETWEEN @0 AND @1", $"{key}/", $"{key}/:");
        (query.OrderBy, query.Order, query.Limit) = (BsonExpression.Create("_id"), Query.Descending, count);
        return query;
    }

    public static Query InOrder() => new() { OrderBy = BsonExpression.Create("_id") };
}
