using System.Globalization;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Facts about who somebody is, once more under everybody whom they are about.</summary>
static class LiteDbIdentities
{
    /// <summary>Keeps a turn's, inside its transaction; kept again they are there once.</summary>
    public static void Put(Draft draft, IEnumerable<(PersonId Person, Fact Fact)> facts)
    {
        foreach (var (person, fact) in facts)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{person}/{fact.At.UtcTicks:D19}-{fact.GetType().Name}");
            // Two of one kind may be of the same moment: they share the row.
            var known = draft.Find(LiteDbSchema.Identities, id) is { } row ? StoredFacts.Read(row["facts"].AsString).ToList() : [];
            if (!known.Contains(fact))
                draft.Put(LiteDbSchema.Identities, new BsonDocument { ["_id"] = id, ["person"] = person.Value, ["facts"] = StoredFacts.Write([.. known, fact]) });
        }
    }

    public static IReadOnlyList<Fact> Of(LiteDbStore store, PersonId person) =>
        [.. store.Rows.By(LiteDbSchema.Identities, "person", person.Value).OrderBy(row => row["_id"].AsString, StringComparer.Ordinal).SelectMany(row => StoredFacts.Read(row["facts"].AsString))];
}
