using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>One row put or deleted.</summary>
/// <param name="Collection">Its collection's place in LiteDbSchema.Collections.</param>
/// <param name="Row">Null when it is deleted.</param>
/// <param name="IsBorn">Whether no row of this id was there before: when it is deleted again soon, the database file need never hear of it.</param>
readonly record struct Change(int Collection, string Id, BsonDocument? Row, bool IsBorn = false);
