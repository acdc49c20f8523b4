using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Up to version 11 rows that came into being together, with numbers near each other, were one row of LiteDB's file.</summary>
static class Bundles
{
    const string Rows = "rows";

    /// <summary>The rows that a row of such a file stands for.</summary>
    public static IEnumerable<BsonDocument> In(BsonDocument row) => row[Rows] switch
    {
        { IsBinary: true } bytes => StoredRow.ReadAll(bytes.AsBinary),
        { IsArray: true } rows => rows.AsArray.Select(one => one.AsDocument), // as version 1 wrote them
        _ => [row],
    };
}
