using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>One row put or deleted.</summary>
/// <param name="Collection">Its collection's place in LiteDbSchema.Collections.</param>
/// <param name="Row">As BSON; null when it is deleted.</param>
/// <param name="IsBorn">Whether no row of this id was there before: when it is deleted again soon, the database file need never hear of it.</param>
readonly record struct Change(int Collection, string Id, byte[]? Row, bool IsBorn = false)
{
    /// <summary>The row, read anew each time; null when it is deleted.</summary>
    public BsonDocument? Document => Row is { } bytes ? StoredRow.Read(bytes) : null;
}
