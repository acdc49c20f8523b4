using System.Globalization;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Facts about who somebody is, once more under everybody whom they are about.</summary>
static class LiteDbIdentities
{
    /// <summary>Keeps a turn's, inside its transaction.</summary>
    public static void Put(Draft draft, IEnumerable<(PersonId Person, Fact Fact)> facts)
    {
        foreach (var (person, fact) in facts)
            draft.Put(LiteDbSchema.Identities, new BsonDocument
            {
                ["_id"] = string.Create(CultureInfo.InvariantCulture, $"{person}/{fact.At.UtcTicks:D19}-{fact.GetType().Name}"),
                ["person"] = person.Value,
                ["facts"] = StoredFacts.Write([fact]),
            });
    }

    public static IReadOnlyList<Fact> Of(LiteDbStore store, PersonId person) =>
        [.. store.Rows.By(LiteDbSchema.Identities, "person", person.Value).OrderBy(row => row["_id"].AsString, StringComparer.Ordinal).SelectMany(row => StoredFacts.Read(row["facts"].AsString))];
}
