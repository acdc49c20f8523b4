using LiteDB;
using LiteDB.Engine;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Whether the database file is whole: every row can be read, and every index knows as many rows as there are.</summary>
static class LiteDbCheck
{
    /// <summary>Larger collections are not read through: it would take minutes.</summary>
    const int MostRows = 100_000;

    /// <summary>What is wrong with a collection, for an operator; null when nothing is.</summary>
    public static string? Of(ILiteEngine engine, string collection)
    {
        var rows = Count(engine, collection, new Query());
        foreach (var field in LiteDbSchema.IndexesOf(collection).Prepend("_id"))
            if (rows <= MostRows && Count(engine, collection, LiteDbRows.Where($"{field} >= @0", BsonValue.MinValue)) != rows)
                return $"{collection}: its index {field} does not know all of its {rows} rows";
        return null;
    }

    static int Count(ILiteEngine engine, string collection, Query query)
    {
        using var reader = engine.Query(collection, query);
        var rows = 0;
        while (rows <= MostRows && reader.Read())
            rows++;
        return rows;
    }
}
