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
        var query = LiteDbRows.Where("subject = @0", subject);
        query.Select = BsonExpression.Create("{_id:$._id}");
        List<string> keys = [.. store.Read(LiteDbSchema.Sessions, query).Select(row => row["_id"].AsString)];
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
        var query = new Query { Select = BsonExpression.Create("{subject:$.subject,submitted:$.submitted}") };
        return Task.FromResult<IReadOnlyDictionary<string, (int, int)>>(store.Read(LiteDbSchema.Sessions, query)
            .GroupBy(row => row["subject"].AsString, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (group.Count(), group.Count(row => row["submitted"].AsBoolean))));
    }

    public Task<IReadOnlyList<Conversation>> ConversationsAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Conversation>>(
            [.. store.Read(LiteDbSchema.Conversations, LiteDbRows.InOrder()).Select(row => StoredJson.Read<Conversation>(row["is"]))]);

    public Task<IReadOnlyList<Fact>> FactsAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Fact>>(
            [.. store.Read(LiteDbSchema.Facts, LiteDbRows.InOrder()).SelectMany(row => StoredFacts.Read(row["facts"]))]);

    public Task<IReadOnlyList<Address>> AddressesAsync(PersonId person, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Address>>(
            [.. store.Read(LiteDbSchema.Addresses, LiteDbRows.Where("person = @0", person.Value))
                .OrderBy(row => row["since"].AsInt64)
                .Select(row => new Address(row["channel"], row["value"]))]);

    List<BsonDocument> Rows(IEnumerable<string> keys) =>
        store.Read(LiteDbSchema.Sessions, LiteDbRows.Where("_id IN @0", new BsonArray(keys.Select(key => new BsonValue(key)))));

    IReadOnlyList<Session> SessionsBy(string field, string value) =>
        [.. store.Read(LiteDbSchema.Sessions, LiteDbRows.Where($"{field} = @0", value))
            .Select(row => StoredJson.Read<Session>(row["is"]))
            .OrderBy(session => session.Started)];
}
