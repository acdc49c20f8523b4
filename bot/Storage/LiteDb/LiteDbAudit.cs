using LiteDB;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The audit trail: a row each, and one that says where the chain stands. All is done on the writer's thread, so that the chain is one.</summary>
sealed class LiteDbAudit(LiteDbStore store, AuditKeys keys) : IAudit, IAuditTrail
{
    const string Key = "row", HeadId = "head";

    public Task NoteAsync(AuditEntry entry, CancellationToken stop)
    {
        var clean = StoredAudit.Clean(entry);
        return store.WriteAsync(draft => Add(draft, clean), stop);
    }

    /// <summary>Adds an entry inside another's transaction.</summary>
    public void Put(Draft draft, AuditEntry entry) => Add(draft, StoredAudit.Clean(entry));

    public Task<AuditHead> HeadAsync(CancellationToken stop) => Task.FromResult(ReadHead(store.Find(LiteDbSchema.Audit, HeadId)));

    public Task<IReadOnlyList<AuditRow>> FromAsync(long first, int most, CancellationToken stop) => Task.FromResult<IReadOnlyList<AuditRow>>(
        [.. store.Range(LiteDbSchema.Audit, Key, first, Math.Min(first + most - 1, ReadHead(store.Find(LiteDbSchema.Audit, HeadId)).Seq)).Select(Read)]);

    /// <summary>The id of a row.</summary>
    public static string IdOf(long seq) => StoredKeys.Numbered(Key, seq);

    /// <summary>Whether it is a row of the chain, and not the one that says where it stands.</summary>
    public static bool IsRow(BsonDocument row) => row["_id"] != HeadId;

    public static AuditRow Read(BsonDocument row) => new(
        StoredKeys.NumberIn(row["_id"]),
        new AuditEntry(
            new DateTimeOffset(row["at"].AsInt64, TimeSpan.Zero), row["actor"], StoredAudit.Roles(row["roles"].AsString), row["act"],
            Text(row["object"]), Enum.Parse<AuditOutcome>(row["outcome"].AsString), Text(row["reason"])),
        row["key"], row["previous"], row["hash"]);

    void Add(Draft draft, AuditEntry entry)
    {
        var rows = AuditChain.After(ReadHead(draft.Find(LiteDbSchema.Audit, HeadId)), [entry], keys);
        foreach (var row in rows)
            draft.Insert(LiteDbSchema.Audit, RowOf(row));
        var head = rows[^1].Head;
        draft.Put(LiteDbSchema.Audit, StoredRow.Of(HeadId, RowField.Long("seq", head.Seq), RowField.Text("hash", head.Hash), RowField.Text("key", head.Key)));
    }

    public static StoredRow RowOf(AuditRow row) => StoredRow.Of(
        IdOf(row.Seq),
        RowField.Long("at", row.Entry.At.UtcTicks), RowField.Text("actor", row.Entry.Actor), RowField.Text("roles", StoredAudit.Roles(row.Entry)),
        RowField.Text("act", row.Entry.Act), RowField.Text("object", row.Entry.Object), RowField.Text("outcome", row.Entry.Outcome.ToString()), RowField.Text("reason", row.Entry.Reason),
        RowField.Text("key", row.Key), RowField.Text("previous", row.Previous), RowField.Text("hash", row.Hash));

    static AuditHead ReadHead(BsonDocument? head) => head is null ? AuditHead.Start : new AuditHead(head["seq"].AsInt64, head["hash"], head["key"]);

    static string? Text(BsonValue value) => value.IsString ? value.AsString : null;
}
