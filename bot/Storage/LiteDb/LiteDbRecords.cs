using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What pages, exports and reports read.</summary>
sealed class LiteDbRecords(LiteDbStore store) : IRecords
{
    public Task<IReadOnlyList<Session>> SessionsAsync(string subject, CancellationToken stop) =>
        Task.FromResult(SessionsBy("subject", subject));

    public Task<IReadOnlyList<Session>> SessionsOfFlowAsync(string flow, CancellationToken stop) =>
        Task.FromResult(SessionsBy("flow", flow));

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

    IReadOnlyList<Session> SessionsBy(string field, string value) =>
        [.. store.Read(LiteDbSchema.Sessions, LiteDbRows.Where($"{field} = @0", value))
            .Select(row => StoredJson.Read<Session>(row["is"]))
            .OrderBy(session => session.Started)];
}
