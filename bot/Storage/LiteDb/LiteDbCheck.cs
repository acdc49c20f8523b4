using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Whether the database file is whole: every row can be read, and every index knows as many rows as there are.</summary>
static class LiteDbCheck
{
    /// <summary>Larger collections are not read through: it would take minutes.</summary>
    const int MostRows = 100_000;

    /// <summary>What is wrong with a collection, for an operator; null when nothing is.</summary>
    public static string? Of(SharedEngine engine, string collection)
    {
        var rows = engine.Count(collection, new Query(), MostRows + 1);
        foreach (var field in LiteDbSchema.IndexesOf(collection).Prepend("_id"))
            if (rows <= MostRows && engine.Count(collection, LiteDbRows.Where($"{field} >= @0", BsonValue.MinValue), MostRows + 1) != rows)
                return $"{collection}: its index {field} does not know all of its {rows} rows";
        return null;
    }
}
