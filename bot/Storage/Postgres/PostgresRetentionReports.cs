using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Proofs of what went, a document each.</summary>
sealed class PostgresRetentionReports(PostgresStore store) : IRetentionReports
{
    const string Collection = "retention";

    const string Latest = "select body from documents where collection = $1 order by id desc limit $2";

    readonly PostgresShelf<RetentionReport> reports = new(store, Collection);

    public async Task<IReadOnlyList<RetentionReport>> LatestAsync(int most, CancellationToken stop) =>
        await store.ReadAsync(Latest, row => StoredJson.Read<RetentionReport>(row.GetString(0)), stop, Column.Text(Collection), Column.Long(most));

    public Task KeepAsync(RetentionReport report, CancellationToken stop) => reports.PutAsync(report.Id, report, stop);
}
