using System.Runtime.CompilerServices;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What pages, exports and reports read.</summary>
sealed class LiteDbRecords(LiteDbStore store) : IRecords
{
    /// <summary>Sessions in memory at a time while they are streamed.</summary>
    const int Handful = 200;

    public Task<IReadOnlyList<Session>> SessionsAsync(string subject, CancellationToken stop) =>
        Task.FromResult(SessionsBy("subject", subject));

    public Task<IReadOnlyList<Session>> SessionsOfFlowAsync(string flow, CancellationToken stop) =>
        Task.FromResult(SessionsBy("flow", flow));

    public Task<IReadOnlyList<SessionLine>> LinesAsync(string subject, CancellationToken stop)
    {
        List<string> keys = [.. store.Rows.KeysBy(LiteDbSchema.Sessions, "subject", subject)];
        var lines = new List<SessionLine>(keys.Count);
        foreach (var some in keys.Chunk(Handful))
        {
            stop.ThrowIfCancellationRequested();
            lines.AddRange(Rows(some).Select(row => new SessionLine(row["_id"], StoredJson.Read<Session>(row["is"]) with { Answers = [], Submission = [], Asked = null })));
        }
        return Task.FromResult<IReadOnlyList<SessionLine>>([.. lines.OrderBy(line => line.Session.Started).ThenBy(line => line.Key, StringComparer.Ordinal)]);
    }

    public async IAsyncEnumerable<Session> StreamAsync(IReadOnlyList<SessionLine> lines, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in lines.Select(line => line.Key).Chunk(Handful))
        {
            stop.ThrowIfCancellationRequested();
            var rows = Rows(some).ToDictionary(row => row["_id"].AsString);
            foreach (var key in some)
                if (rows.TryGetValue(key, out var row))
                    yield return StoredJson.Read<Session>(row["is"]);
            await Task.Yield(); // a long export leaves room for turns
        }
    }

    public Task<IReadOnlyDictionary<string, (int Begun, int Submitted)>> CountsAsync(CancellationToken stop)
    {
        return Task.FromResult<IReadOnlyDictionary<string, (int, int)>>(store.All(LiteDbSchema.Sessions, "subject", "submitted")
            .GroupBy(row => row["subject"].AsString, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (group.Count(), group.Count(row => row["submitted"].AsBoolean))));
    }

    public Task<IReadOnlyList<Conversation>> ConversationsAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Conversation>>(
            [.. store.All(LiteDbSchema.Conversations).OrderBy(row => row["_id"].AsString, StringComparer.Ordinal).Select(row => StoredJson.Read<Conversation>(row["is"])).Where(conversation => conversation.StandsFor is null)]);

    public Task<Conversation?> ConversationAsync(PersonId person, CancellationToken stop) => Task.FromResult(Talk(person));

    public Task<IReadOnlyList<Fact>> IdentityAsync(PersonId person, CancellationToken stop) => Task.FromResult(LiteDbIdentities.Of(store, person));

    public Task<IReadOnlyList<Fact>> FactsAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Fact>>(
            [.. store.All(LiteDbSchema.Facts).OrderBy(row => row["_id"]).SelectMany(FactsOf)]);

    public Task<IReadOnlyList<Address>> AddressesAsync(PersonId person, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Address>>(
            store.Rows.By(LiteDbSchema.Addresses, "person", person.Value) is { Count: > 0 } own
                ? [.. own.OrderBy(row => row["since"].AsInt64).Select(row => new Address(row["channel"], row["value"]))]
                : [.. (Talk(person)?.Reaches ?? []).Select(reach => reach.Address)]);

    Conversation? Talk(PersonId person) =>
        store.Find(LiteDbSchema.Conversations, person.Value) is { } row ? StoredJson.Read<Conversation>(row["is"]) : null;

    // One record of the journal has the facts of several turns; a row from before there was a journal those of one.
    public static IEnumerable<Fact> FactsOf(BsonDocument row) =>
        row["facts"].IsArray ? row["facts"].AsArray.SelectMany(facts => StoredFacts.Read(facts.AsString)) : StoredFacts.Read(row["facts"]);

    IEnumerable<BsonDocument> Rows(IReadOnlyList<string> keys) => store.Rows.Find(LiteDbSchema.Sessions, keys);

    IReadOnlyList<Session> SessionsBy(string field, string value) =>
        [.. store.Rows.By(LiteDbSchema.Sessions, field, value)
            .Select(row => StoredJson.Read<Session>(row["is"]))
            .OrderBy(session => session.Started)];
}
