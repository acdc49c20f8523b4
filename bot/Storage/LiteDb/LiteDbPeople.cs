using LiteDB;
using LiteDB.Engine;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Who is at which address; a person begins with the first message from an address nobody has.</summary>
sealed class LiteDbPeople
{
    const int Remembered = 100_000;
    readonly Recent<string, PersonId> recent = new(Remembered);

    public LiteDbPeople(LiteDbStore store) => store.Reopened += recent.Clear;

    /// <summary>The person at the inbound's address, made when there is none. On the writer's thread, inside its transaction.</summary>
    public PersonId At(ILiteEngine engine, Inbound inbound)
    {
        var key = StoredKeys.Of(inbound.From);
        if (recent.TryGet(key, out var known))
            return known;
        var person = LiteDbRows.Find(engine, LiteDbSchema.Addresses, key) is { } row ? new PersonId(row["person"]) : New(engine, key, inbound);
        recent.Put(key, person);
        return person;
    }

    static PersonId New(ILiteEngine engine, string key, Inbound inbound)
    {
        var person = new PersonId(Guid.CreateVersion7(inbound.At).ToString("N"));
        LiteDbRows.Insert(engine, LiteDbSchema.Addresses, new BsonDocument
        {
            ["_id"] = key,
            ["channel"] = inbound.From.Channel,
            ["value"] = inbound.From.Value,
            ["person"] = person.Value,
            ["since"] = inbound.At.UtcTicks,
        });
        return person;
    }
}
