using Npgsql;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Erasures in PostgreSQL.</summary>
sealed class PostgresErased(PostgresStore store, PostgresOutbox outbox, PostgresAudit audit, TimeProvider clock) : IErasedRows
{
    const string Collection = "erasures";

    const long Lock = 0x5262_6345_7261; // any number that nobody else takes in this database

    /// <summary>Tables whose deleted rows are let go.</summary>
    const string Tables = "addresses, inbox, waiting, aside, conversations, sessions, facts, outbox, early, reminders, documents, link_codes, people, identities";

    readonly PostgresShelf<ErasedRow> shelf = new(store, Collection);

    public Task<IReadOnlyList<ErasedRow>> ListAsync(CancellationToken stop) => shelf.ListAsync(stop);

    public Task PutAsync(ErasedRow row, CancellationToken stop) => shelf.PutAsync(row.Id, row, stop);

    public Task EndAsync(ErasedRow row, AuditEntry? note, CancellationToken stop) => store.InTransactionAsync(async connection =>
    {
        if (await shelf.LockedAsync(connection, row.Id, stop) is { Stage: ErasedStage.Done })
            return false;
        if (note is not null)
            await audit.PutAsync(connection, note);
        Steps.At(Step.Noted);
        await shelf.PutAsync(connection, row.Id, row with { Stage = ErasedStage.Done }, stop);
        return true;
    }, stop);

    public async Task<IReadOnlyList<Conversation>> FindAsync(IReadOnlySet<string> names, DateTimeOffset before, CancellationToken stop)
    {
        var lanes = (await store.ReadAsync("select person from conversations", row => row.GetString(0), stop))
            .Where(person => names.Contains("p." + ErasedRow.NameOf(store.Sealed.Vault, new PersonId(person))));
        var at = await store.ReadAsync("select person from addresses where key = any($1) and since < $2", row => row.GetString(0), stop,
            Column.Texts(names.Where(name => name.StartsWith("a.", StringComparison.Ordinal)).Select(name => name[2..])), Column.Long(before.UtcTicks));
        List<Conversation> found = [];
        foreach (var person in lanes.Concat(at).Distinct().ToList())
            found.Add(await LaneAsync(person, stop));
        return found;
    }

    public async Task EraseAsync(Erasure erasure, CancellationToken stop)
    {
        if (await EraseRowsAsync(erasure, stop) is { } freed)
            store.Writer.Forget(freed);
    }

    Task<string?> EraseRowsAsync(Erasure erasure, CancellationToken stop) => store.InTransactionAsync<string?>(async connection =>
    {
        // Several nodes may look at the same moment: the first one does it.
        await using (var alone = PostgresStore.Command(connection, $"select pg_advisory_xact_lock({Lock})"))
            await alone.ExecuteNonQueryAsync(stop);
        await using (var done = PostgresStore.Command(connection, "select exists (select from documents where collection = 'erasures' and id = $1)",
            Column.Text(ErasedRow.Of(erasure, store.Sealed.Vault, null, 0).Id)))
            if (await done.ExecuteScalarAsync(stop) is true)
                return null;
        return await new PostgresErasure(connection, store.Sealed, erasure, outbox.IsFetched, stop).RunAsync(clock.GetUtcNow());
    }, stop);

    public async Task<bool> SweepAsync(ErasedRow row, bool isOver, CancellationToken stop)
    {
        if (row.Rest is not { } rest)
            return true;
        // A message that came while she was erased may have begun a talk under her old id.
        if (rest.IsAll)
            foreach (var table in (string[])["conversations", "reminders", "waiting", "outbox", "inbox", "lanes"])
                await store.RunAsync($"delete from {table} where person = $1", stop, Column.Text(rest.Person.Value));
        return rest is not { FarewellTo: { } to, Leaver: { } leaver } || await SweepAsync(rest, to, leaver, isOver, stop);
    }

    public async Task LetGoAsync(CancellationToken stop)
    {
        Steps.At(Step.LettingGo);
        await using var connection = await store.OpenAsync(stop);
        await using var command = new NpgsqlCommand($"vacuum {Tables}", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }

    async Task<bool> SweepAsync(ErasedRest rest, Address to, PersonId leaver, bool isOver, CancellationToken stop)
    {
        NpgsqlParameter[] message = [Column.Text(leaver.Value), Column.Text(store.Sealed.KeyOf(to)), Column.Long(rest.FarewellNumber)];
        const string Its = "from outbox where person = $1 and address = $2 and number = $3";
        if (!isOver && (await store.ReadAsync($"select state {Its}", row => (SendState)row.GetInt16(0), stop, message)).Any(state => state is SendState.Pending or SendState.Held || outbox.IsFetched(to.Channel)))
            return false;
        await store.RunAsync($"delete {Its}", stop, message);
        // Whoever wrote there since is somebody new, and the address is hers.
        await store.RunAsync("delete from addresses where key = $2 and person = $1 and not exists (select from inbox where person = $1)", stop, message[..2]);
        await store.RunAsync("delete from lanes where person = $1 and not exists (select from inbox where person = $1)", stop, message[..1]);
        store.Writer.Forget(store.Sealed.KeyOf(to));
        return true;
    }

    async Task<Conversation> LaneAsync(string person, CancellationToken stop)
    {
        var bodies = await store.ReadAsync("select body from conversations where person = $1", row => store.Sealed.Talk(person, row.GetString(0)), stop, Column.Text(person));
        var sessions = await store.ReadAsync("select line, rest from sessions where person = $1 order by number", row => store.Sealed.Session(person, row.GetString(0), row.GetString(1)), stop, Column.Text(person));
        return (bodies.FirstOrDefault() ?? Conversation.New(new PersonId(person), new Address("", ""))) with { Sessions = sessions };
    }
}
