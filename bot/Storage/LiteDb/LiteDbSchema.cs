using System.Collections.Frozen;
using LiteDB;
using LiteDB.Engine;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The collections and their indexes.</summary>
static class LiteDbSchema
{
    /// <summary>The version of what stands here; 0 had no journal, 1 had bundles as documents, 2 no receipts and nothing that is held or given up, 3 no counts of templates, 4 no codes, 5 administrators instead of accounts, 6 no audit trail, 7 no alerts, 8 no erasures, 9 no log of breaches, 10 no register, 11 and less no runs.</summary>
    public const int Version = FirstWithRuns;

    /// <summary>From this version on what turns change lies in runs.</summary>
    public const int FirstWithRuns = 12;

    /// <summary>One row, changed by every commit: up to where the journal is in the file.</summary>
    public const string Commits = "commits";

    /// <summary>Address key -> person, channel and value; last: number of the latest message to it; chunk: of the latest ids heard from it.</summary>
    public const string Addresses = "addresses";

    /// <summary>Ids of inbounds accepted before version 1; none are added since.</summary>
    public const string Inbox = "inbox";

    /// <summary>Address key/number -> some ids of inbounds accepted from there, with the time of the last.</summary>
    public const string Heard = "heard";

    /// <summary>Inbounds that wait for their turn.</summary>
    public const string Waiting = "waiting";

    /// <summary>Inbounds that were set aside, with the reason.</summary>
    public const string Aside = "aside";

    /// <summary>Person -> conversation without its sessions; sessions: how many it has.</summary>
    public const string Conversations = "conversations";

    /// <summary>Person/number -> session.</summary>
    public const string Sessions = "sessions";

    /// <summary>Sequence of the journal, as text -> the facts of the turns of one record; before version 1 a number -> those of one turn.</summary>
    public const string Facts = "facts";

    /// <summary>Address key/number -> message.</summary>
    public const string Outbox = "outbox";

    /// <summary>Keys of the outbox rows that are still to be sent.</summary>
    public const string Unsent = "unsent";

    /// <summary>Hash of channel and channel's id, or our own name while that is not known -> the outbox row that the channel reports of, as long as there is anything to report.</summary>
    public const string Receipts = "receipts";

    /// <summary>The same hash -> a report that came before we had written down the channel's id; kept for an hour.</summary>
    public const string Early = "early";

    /// <summary>Address key -> numbers of its messages that are held until the person speaks.</summary>
    public const string Held = "held";

    /// <summary>Keys of the outbox rows that are given up: since when, on which channel, for which class of failure.</summary>
    public const string GivenUp = "givenup";

    /// <summary>Person/key -> reminder.</summary>
    public const string Reminders = "reminders";

    /// <summary>Month/channel/template -> how many were put on their way, as text.</summary>
    public const string Templates = "templates";

    public const string Rounds = "rounds";

    public const string Files = "files";

    public const string Enrolments = "enrolments";

    /// <summary>Administrators as they were before version 6; AdministratorsUpgrade empties it.</summary>
    public const string Administrators = "administrators";

    public const string Selections = "selections";

    /// <summary>Hash of a code that joins two conversations -> whose it is, and until when.</summary>
    public const string LinkCodes = "linkcodes";

    /// <summary>Id -> account of the console.</summary>
    public const string Accounts = "accounts";

    /// <summary>Sign-in name in upper case -> id of the account.</summary>
    public const string AccountNames = "accountnames";

    /// <summary>Hash of the cookie's id -> stay in the console, whose, and until when.</summary>
    public const string Stays = "stays";

    /// <summary>Hash of the link's secret -> invitation, and until when.</summary>
    public const string Invitations = "invitations";

    /// <summary>row/seq -> a row of the audit trail; head -> where its chain stands.</summary>
    public const string Audit = "audit";

    /// <summary>What somebody on duty is told of, in the order of time.</summary>
    public const string Alerts = "alerts";

    /// <summary>The same of those that nobody has looked at: every page of the console asks for them.</summary>
    public const string UnseenAlerts = "unseenalerts";

    /// <summary>One row: who is on duty, and the numbers on the card.</summary>
    public const string Safety = "safety";

    /// <summary>Number/name of the lane -> that it was erased, and what has still to be done; past -> how often what was before was let go.</summary>
    public const string Erasures = "erasures";

    /// <summary>One row: who is responsible for people's data.</summary>
    public const string Privacy = "privacy";

    /// <summary>Id -> breach.</summary>
    public const string Breaches = "breaches";

    /// <summary>Id, in the order of time -> proof of what went by the rules of retention.</summary>
    public const string Retention = "retention";

    /// <summary>Person -> her line: by what lists are filtered, counted and searched. Made again by RegisterUpgrade when it is not there.</summary>
    public const string Register = "register";

    /// <summary>Person/moment -> a fact about who she is, which facts have as well.</summary>
    public const string Identities = "identities";

    /// <summary>All of them: a collection must be listed here before it can be used. The journal knows them by their place: add at the end only.</summary>
    public static readonly IReadOnlyList<string> Collections =
    [
        Commits, Addresses, Inbox, Waiting, Aside, Conversations, Sessions, Facts, Outbox, Unsent, Reminders,
        Rounds, Files, Enrolments, Administrators, Selections, Heard, Receipts, Early, Held, GivenUp, Templates, LinkCodes,
        Accounts, AccountNames, Stays, Invitations, Audit, Alerts, UnseenAlerts, Safety, Erasures, Privacy, Breaches, Retention, Register, Identities,
    ];

    static readonly FrozenDictionary<string, int> Places = Collections.Index().ToFrozenDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);

    /// <summary>What turns change: kept in runs, not in LiteDB's file.</summary>
    static readonly FrozenSet<string> Turned = FrozenSet.ToFrozenSet(
        [Addresses, Heard, Waiting, Conversations, Sessions, Facts, Outbox, Unsent, Reminders, Receipts, Early, Held, GivenUp, Register], StringComparer.Ordinal);

    static readonly (string Collection, string Field)[] Indexes = [(Stays, "account"), (Identities, "person")];

    /// <summary>Places of the collections that lie in runs, in order.</summary>
    public static readonly IReadOnlyList<int> InRuns = [.. Collections.Index().Where(one => Turned.Contains(one.Item)).Select(one => one.Index)];

    /// <summary>The collections that lie in LiteDB's file.</summary>
    public static readonly IReadOnlyList<string> InFile = [.. Collections.Where(collection => !Turned.Contains(collection))];

    /// <summary>Whether the collection lies in runs.</summary>
    public static bool IsInRuns(string collection) => Turned.Contains(collection);

    /// <summary>A collection's place in the list.</summary>
    public static int Place(string collection) => Places[collection];

    /// <summary>The fields of a collection by which its rows are found.</summary>
    public static IEnumerable<string> IndexesOf(string collection) => Indexes.Where(index => index.Collection == collection).Select(index => index.Field);

    /// <summary>Makes what is missing, and marks the file as of this version, unless rows must be moved out of it first. Tells its version.</summary>
    /// <exception cref="StorageTooNewException">A newer version wrote it.</exception>
    public static int Prepare(ILiteEngine engine)
    {
        var version = engine.Pragma("USER_VERSION").AsInt32;
        if (version > Version)
            throw new StorageTooNewException("The database", version, Version);
        var there = Names(engine).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (version >= FirstWithRuns || !there.Contains(Commits))
            engine.Pragma("USER_VERSION", version = Version);
        // The writer does it, when nobody waits; zero keeps the engine from doing it in the middle of a commit.
        if (engine.Pragma("CHECKPOINT").AsInt32 != 0)
            engine.Pragma("CHECKPOINT", 0);
        foreach (var collection in InFile.Where(collection => !there.Contains(collection)))
            Create(engine, collection);
        foreach (var (collection, field) in Indexes)
            engine.EnsureIndex(collection, field, BsonExpression.Create($"$.{field}"), false);
        return version;
    }

    static IEnumerable<string> Names(ILiteEngine engine)
    {
        using var collections = engine.Query("$cols", new Query());
        while (collections.Read())
            yield return collections.Current["name"].AsString;
    }

    // LiteDB 5.0.20 closes itself when somebody reads a collection while a commit creates it: all are made before anybody reads.
    static void Create(ILiteEngine engine, string collection)
    {
        engine.Insert(collection, [new BsonDocument { ["_id"] = "first" }], BsonAutoId.ObjectId);
        engine.Delete(collection, [new BsonValue("first")]);
    }
}
