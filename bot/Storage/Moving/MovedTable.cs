using NpgsqlTypes;

namespace RbcBot.Bot.Storage.Moving;

/// <summary>A table that a move fills.</summary>
/// <param name="Where">Of a table that several collections share, which rows are meant; "" for all.</param>
sealed record MovedTable(string Name, string Where, params (string Name, NpgsqlDbType Type)[] Columns)
{
    const NpgsqlDbType Text = NpgsqlDbType.Text, Bigint = NpgsqlDbType.Bigint, Int = NpgsqlDbType.Integer, Bytes = NpgsqlDbType.Bytea;

    public static readonly MovedTable Addresses = new("addresses", "", ("key", Text), ("person", Text), ("channel", Text), ("value", Text), ("since", Bigint), ("gone", Bigint));
    public static readonly MovedTable OldIds = new("inbox", "where person = ''", ("person", Text), ("id", Bytes), ("at", Bigint));
    public static readonly MovedTable Ids = OldIds with { Where = "where person <> ''" };
    public static readonly MovedTable Waiting = new("waiting", "", ("person", Text), ("n", Bigint), ("id", Bytes), ("inbound", Text), ("tries", Int));
    public static readonly MovedTable Aside = new(
        "aside", "", ("id", Text), ("channel", Text), ("person", Text), ("inbound", Text), ("payload", Bytes), ("reason", Text), ("at", Bigint));
    public static readonly MovedTable Conversations = new("conversations", "", ("person", Text), ("channel", Text), ("value", Text), ("body", Text));
    public static readonly MovedTable Sessions = new(
        "sessions", "", ("person", Text), ("number", Int), ("subject", Text), ("flow", Text), ("started", Bigint), ("submitted", NpgsqlDbType.Boolean), ("line", Text), ("rest", Text));
    public static readonly MovedTable Facts = new("facts", "", ("n", Bigint), ("person", Text), ("facts", Text));
    public static readonly MovedTable Outbox = new(
        "outbox", "", ("person", Text), ("address", Text), ("number", Bigint), ("message", Text), ("state", NpgsqlDbType.Smallint), ("tries", Int), ("due", Bigint), ("sent", Text), ("reason", Text),
        ("attempts", Text), ("receipt", Text), ("class", NpgsqlDbType.Smallint));
    public static readonly MovedTable Early = new("early", "", ("receipt", Text), ("state", NpgsqlDbType.Smallint), ("reason", Text), ("line", Text), ("at", Bigint), ("class", NpgsqlDbType.Smallint), ("sent", Text));
    public static readonly MovedTable Reminders = new("reminders", "", ("person", Text), ("key", Text), ("subject", Text), ("due", Bigint));
    public static readonly MovedTable Accounts = new("accounts", "", ("id", Text), ("name", Text), ("version", Bigint), ("body", Text));
    public static readonly MovedTable Invitations = new("invitations", "", ("hash", Text), ("name", Text), ("until", Bigint), ("body", Text));
    public static readonly MovedTable Audit = new(
        "audit", "", ("seq", Bigint), ("at", Bigint), ("actor", Text), ("roles", Text), ("act", Text), ("object", Text), ("outcome", NpgsqlDbType.Smallint), ("reason", Text), ("key", Text), ("previous", Text), ("hash", Text));
    public static readonly MovedTable Keys = new("keys", "", ("name", Text), ("xml", Text));

    /// <summary>The documents of one collection.</summary>
    public static MovedTable Documents(string collection) => new("documents", $"where collection = '{collection}'", ("collection", Text), ("id", Text), ("body", Text));

    public string Names => string.Join(", ", Columns.Select(column => column.Name));
}
