using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Proofs of what went, a document each.</summary>
sealed class LiteDbRetentionReports(LiteDbStore store) : IRetentionReports
{
    readonly LiteDbShelf<RetentionReport> reports = new(store, LiteDbSchema.Retention);

    public async Task<IReadOnlyList<RetentionReport>> LatestAsync(int most, CancellationToken stop) => [.. (await reports.ListAsync(stop)).Reverse().Take(most)];

    public Task KeepAsync(RetentionReport report, CancellationToken stop) => reports.PutAsync(report.Id, report, stop);
}
