using LiteDB;
using LiteDB.Engine;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The collections and their indexes.</summary>
static class LiteDbSchema
{
    /// <summary>One row, changed by every commit.</summary>
    public const string Commits = "commits";

    /// <summary>Address key -> person, channel and value.</summary>
    public const string Addresses = "addresses";

    /// <summary>Ids of all inbounds ever accepted, with the time when each last came.</summary>
    public const string Inbox = "inbox";

    /// <summary>Inbounds that wait for their turn.</summary>
    public const string Waiting = "waiting";

    /// <summary>Inbounds that were set aside, with the reason.</summary>
    public const string Aside = "aside";

    /// <summary>Person -> conversation without its sessions.</summary>
    public const string Conversations = "conversations";

    /// <summary>Person/number -> session.</summary>
    public const string Sessions = "sessions";

    /// <summary>Sequence -> the facts of one turn.</summary>
    public const string Facts = "facts";

    /// <summary>Address key/number -> message.</summary>
    public const string Outbox = "outbox";

    /// <summary>Keys of the outbox rows that are still to be sent.</summary>
    public const string Unsent = "unsent";

    /// <summary>Person/key -> reminder.</summary>
    public const string Reminders = "reminders";

    public const string Rounds = "rounds";

    public const string Files = "files";

    public const string Enrolments = "enrolments";

    public const string Administrators = "administrators";

    public const string Selections = "selections";

    /// <summary>All of them: a collection must be listed here before it can be used.</summary>
    public static readonly IReadOnlyList<string> Collections =
    [
        Commits, Addresses, Inbox, Waiting, Aside, Conversations, Sessions, Facts, Outbox, Unsent, Reminders,
        Rounds, Files, Enrolments, Administrators, Selections,
    ];

    static readonly (string Collection, string Field)[] Indexes =
    [
        (Addresses, "person"), (Sessions, "subject"), (Sessions, "flow"), (Reminders, "due"),
    ];

    public static void Prepare(ILiteEngine engine)
    {
        // The writer does it, when nobody waits; zero keeps the engine from doing it in the middle of a commit.
        if (engine.Pragma("CHECKPOINT").AsInt32 != 0)
            engine.Pragma("CHECKPOINT", 0);
        var there = LiteDbRows.All(engine, "$cols", new Query()).Select(row => row["name"].AsString).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var collection in Collections.Where(collection => !there.Contains(collection)))
            Create(engine, collection);
        foreach (var (collection, field) in Indexes)
            engine.EnsureIndex(collection, field, BsonExpression.Create($"$.{field}"), false);
    }

    // LiteDB 5.0.20 closes itself when somebody reads a collection while a commit creates it: all are made before anybody reads.
    static void Create(ILiteEngine engine, string collection)
    {
        LiteDbRows.Put(engine, collection, new BsonDocument { ["_id"] = "first" });
        LiteDbRows.Delete(engine, collection, "first");
    }
}
