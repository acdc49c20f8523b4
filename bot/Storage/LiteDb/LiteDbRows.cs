using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Queries for rows as they are: LiteDB's mapper would trim texts, drop empty ones and shift times.</summary>
static class LiteDbRows
{
    public static Query ById(string id) => Where("_id = @0", id);

    /// <param name="condition">With @0, @1 for the values: LiteDB compiles a condition once, Query.EQ would compile one for every value.</param>
    public static Query Where(string condition, params BsonValue[] values)
    {
        var query = new Query();
        query.Where.Add(BsonExpression.Create(condition, values));
        return query;
    }

    /// <summary>Rows whose id is key/number, with numbers between two.</summary>
    public static Query Between(string key, long first, long last) =>
        Where("_id BETWEEN @0 AND @1", StoredKeys.Numbered(key, first), StoredKeys.Numbered(key, last));

    /// <summary>The last row whose id is key/number.</summary>
    public static Query Last(string key)
    {
        var query = Where("_id BETWEEN @0 AND @1", $"{key}/", $"{key}/:");
        (query.OrderBy, query.Order, query.Limit) = (BsonExpression.Create("_id"), Query.Descending, 1);
        return query;
    }
}
