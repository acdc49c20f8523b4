using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Register;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Makes the register's rows of people who are known from before version 11, some at a time while turns go on. Killed at any moment, it goes on with those that are missing.</summary>
static class RegisterUpgrade
{
    /// <summary>The row that says that all of them are there; no person has such an id.</summary>
    public const string Built = "built/";

    /// <summary>So few that nobody's turn waits for long.</summary>
    const int AtATime = 25;

    /// <summary>Marks a folder that nobody has written into yet: there is nothing to make, however many people come before the first look.</summary>
    public static void MarkNew(LiteDbStore store)
    {
        if (store.LastRecord == 0 && !store.Rows.Any(LiteDbSchema.Conversations))
            Mark(store);
    }

    public static void Run(LiteDbStore store)
    {
        if (store.Rows.Has(LiteDbSchema.Register, Built))
            return;
        foreach (var some in store.All(LiteDbSchema.Conversations, "sessions").Select(row => row["_id"].AsString).Chunk(AtATime))
            store.WriteAsync(draft => Array.ForEach(some, person => Make(store, draft, person)), default).GetAwaiter().GetResult();
        foreach (var row in store.All(LiteDbSchema.Facts))
            foreach (var fact in LiteDbRecords.FactsOf(row).Where(fact => IdentityFacts.Of(fact).Any()))
                store.WriteAsync(draft => LiteDbIdentities.Put(draft, IdentityFacts.Of(fact)), default).GetAwaiter().GetResult();
        Mark(store);
    }

    static void Mark(LiteDbStore store) => store.WriteAsync(draft => draft.Put(LiteDbSchema.Register, new BsonDocument { ["_id"] = Built }), default).GetAwaiter().GetResult();

    static void Make(LiteDbStore store, Draft draft, string person)
    {
        if (draft.Find(LiteDbSchema.Register, person) is not null || draft.Find(LiteDbSchema.Conversations, person) is not { } row)
            return;
        var sessions = store.Range(LiteDbSchema.Sessions, person, 0, (row["sessions"].IsNumber ? row["sessions"].AsInt64 : store.Rows.LastNumber(LiteDbSchema.Sessions, person) + 1) - 1);
        var talk = StoredJson.Read<Conversation>(row["is"]) with { Sessions = [.. sessions.Select(one => StoredJson.Read<Session>(one["is"]))] };
        draft.Put(LiteDbSchema.Register, LiteDbRegister.Row(PersonLine.Of(talk), store.Vault));
    }
}
