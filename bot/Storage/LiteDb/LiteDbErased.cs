using System.Globalization;
using LiteDB;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Erasures in a LiteDB folder.</summary>
sealed class LiteDbErased(LiteDbStore store, LiteDbInbox inbox, LiteDbOutbox outbox, LiteDbAudit audit, TimeProvider clock) : IErasedRows
{
    /// <summary>The row that is written anew whenever what was before is let go.</summary>
    const string Past = "past";

    public Task<IReadOnlyList<ErasedRow>> ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<ErasedRow>>(
        [.. store.All(LiteDbSchema.Erasures).Where(row => row["_id"] != Past).Select(row => StoredJson.Read<ErasedRow>(row["is"]))]);

    public Task PutAsync(ErasedRow row, CancellationToken stop) => store.WriteAsync(draft => Put(draft, row), stop);

    public Task EndAsync(ErasedRow row, AuditEntry? note, CancellationToken stop) => store.WriteAsync(
        draft =>
        {
            if (draft.Find(LiteDbSchema.Erasures, row.Id) is { } before && StoredJson.Read<ErasedRow>(before["is"]).Stage == ErasedStage.Done)
                return;
            if (note is not null)
                audit.Put(draft, note);
            Steps.At(Step.Noted);
            Put(draft, row with { Stage = ErasedStage.Done });
        }, stop);

    public Task<IReadOnlyList<Conversation>> FindAsync(IReadOnlySet<string> names, DateTimeOffset before, CancellationToken stop)
    {
        var lanes = store.All(LiteDbSchema.Conversations, "sessions").Select(row => row["_id"].AsString)
            .Where(person => names.Contains("p." + ErasedRow.NameOf(store.Vault, new PersonId(person))));
        var at = names.Where(name => name.StartsWith("a.", StringComparison.Ordinal)).Select(name => store.Find(LiteDbSchema.Addresses, name[2..])).OfType<BsonDocument>()
            .Where(row => row["person"].IsString && row["since"].AsInt64 < before.UtcTicks).Select(row => row["person"].AsString);
        return Task.FromResult<IReadOnlyList<Conversation>>([.. lanes.Concat(at).Distinct().Select(Lane)]);
    }

    public async Task EraseAsync(Erasure erasure, CancellationToken stop)
    {
        var rows = new LiteDbErasure(store, erasure);
        await store.WriteAsync(draft => rows.Put(draft, outbox, clock.GetUtcNow()), () => rows.Done(inbox, outbox), stop);
    }

    public async Task<bool> SweepAsync(ErasedRow row, bool isOver, CancellationToken stop)
    {
        if (row.Rest is not { } rest)
            return true;
        var isGone = false;
        var again = rest.IsAll ? store.Rows.Under(LiteDbSchema.Reminders, rest.Person.Value).Select(one => one["_id"].AsString).ToList() : [];
        await store.WriteAsync(draft =>
        {
            // A message that came while she was erased may have begun a talk under her old id.
            if (rest.IsAll)
                draft.Delete(LiteDbSchema.Conversations, rest.Person.Value);
            foreach (var reminder in again)
                draft.Delete(LiteDbSchema.Reminders, reminder);
            isGone = rest.FarewellTo is not { } to || Sweep(draft, rest, to, isOver);
        }, stop);
        return isGone;
    }

    // The journal is kept from the older of two bases on, so that both must be of now, and of runs that have nothing of before.
    public async Task LetGoAsync(CancellationToken stop)
    {
        await store.MakeWholeAsync(stop);
        Steps.At(Step.LettingGo);
        for (var bases = 0; bases < 2; bases++)
        {
            await store.WriteAsync(draft =>
            {
                store.EndSegment();
                draft.Put(LiteDbSchema.Erasures, StoredRow.Of(Past, RowField.Text("n", clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture))));
            }, stop);
            store.MakeBase();
            Steps.At(Step.LettingGo);
        }
    }

    static void Put(Draft draft, ErasedRow row) => draft.Put(LiteDbSchema.Erasures, new BsonDocument { ["_id"] = row.Id, ["is"] = StoredJson.Write(row) });

    bool Sweep(Draft draft, ErasedRest rest, Address to, bool isOver)
    {
        var key = store.Vault.KeyOf(to);
        if (draft.Find(LiteDbSchema.Outbox, StoredKeys.Numbered(key, rest.FarewellNumber)) is { } row)
        {
            if (!isOver && SendingRow.Read(row) is var sending && (sending.State is SendState.Pending or SendState.Held || outbox.IsFetched(to.Channel)))
                return false;
            LiteDbErasedMessages.Erase(draft, SendingRow.Read(row));
            outbox.Erase(key);
        }
        // Whoever wrote there since is somebody new, and the address is hers.
        if (draft.Find(LiteDbSchema.Heard, StoredKeys.Numbered(key, 0)) is not null || draft.Find(LiteDbSchema.Addresses, key) is not { } address || address["person"].AsString != rest.Leaver?.Value)
            return true;
        store.Forget();
        draft.Delete(LiteDbSchema.Addresses, key);
        draft.Delete(LiteDbSchema.Held, key);
        return true;
    }

    Conversation Lane(string person)
    {
        if (store.Find(LiteDbSchema.Conversations, person) is not { } row)
            return Conversation.New(new PersonId(person), new Address("", ""));
        var sessions = store.Rows.Under(LiteDbSchema.Sessions, person).OrderBy(one => one["_id"].AsString, StringComparer.Ordinal).Select(one => StoredJson.Read<Session>(one["is"]));
        return StoredJson.Read<Conversation>(row["is"]) with { Sessions = [.. sessions] };
    }
}
