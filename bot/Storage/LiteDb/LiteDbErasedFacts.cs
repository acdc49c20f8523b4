using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What was noted of a person, among what was noted of others in the same rows.</summary>
sealed class LiteDbErasedFacts(LiteDbStore store, Erasure erasure)
{
    readonly List<string> rows = [];

    /// <summary>What was written of a turn of hers -> what stays of it; "" when nothing does.</summary>
    readonly Dictionary<string, string> turns = new(StringComparer.Ordinal);

    /// <summary>Looks through all facts: they are not ordered by people.</summary>
    public void Find()
    {
        List<(string Row, string Written, List<Fact> Facts)> hers = [];
        foreach (var row in store.InOrder(LiteDbSchema.Facts))
        {
            var own = Turns(row).Where(written => written.Contains(erasure.Person.Value, StringComparison.Ordinal)).Select(written => (Row: row["_id"].AsString, written, Facts: StoredFacts.Read(written).ToList()))
                .Where(one => one.Facts.Any(fact => fact.Person == erasure.Person)).ToList();
            if (own.Count == 0)
                continue;
            rows.Add(row["_id"]);
            hers.AddRange(own);
        }
        // In their order, since those before tell of those behind.
        hers = [.. hers.OrderBy(one => one.Row, StringComparer.Ordinal)];
        var stay = erasure.Unlinking.Facts([.. hers.SelectMany(one => one.Facts)]);
        var at = 0;
        foreach (var (_, written, facts) in hers)
        {
            List<Fact> kept = [.. stay.Skip(at).Take(facts.Count).OfType<Fact>()];
            turns[written] = kept.Count > 0 ? StoredFacts.Write(kept) : "";
            at += facts.Count;
        }
    }

    /// <summary>Changes them, whatever became of the others in their rows meanwhile. On the writer's thread.</summary>
    public void Put(Draft draft)
    {
        foreach (var id in rows)
            if (draft.Find(LiteDbSchema.Facts, id) is { } row)
                Put(draft, id, [.. Turns(row).Select(written => turns.GetValueOrDefault(written, written)).Where(written => written.Length > 0)]);
    }

    static void Put(Draft draft, string id, List<string> left)
    {
        if (left.Count > 0)
            draft.Put(LiteDbSchema.Facts, new BsonDocument { ["_id"] = id, ["facts"] = new BsonArray(left.Select(written => new BsonValue(written))) });
        else
            draft.Delete(LiteDbSchema.Facts, id);
    }

    static IEnumerable<string> Turns(BsonDocument row) => row["facts"].IsArray ? row["facts"].AsArray.Select(written => written.AsString) : [row["facts"].AsString];
}
