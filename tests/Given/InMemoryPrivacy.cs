using RbcBot.Core.People.Privacy;

namespace RbcBot.Tests.Given;

/// <summary>Who is responsible, breaches and proofs in lists.</summary>
sealed class InMemoryPrivacy : IPrivacySettings, IBreaches, IRetentionReports
{
    public PrivacySettings Settings { get; set; } = new() { Certificate = "DPO/1", CertificateEnds = new DateOnly(2100, 1, 1) };

    public List<Breach> Breaches { get; } = [];

    public List<RetentionReport> Reports { get; } = [];

    public Task<PrivacySettings> ReadAsync(CancellationToken stop) => Task.FromResult(Settings);

    public Task KeepAsync(PrivacySettings settings, CancellationToken stop)
    {
        Settings = settings;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Breach>> ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Breach>>([.. Breaches.OrderByDescending(breach => breach.KnownAt)]);

    public Task<Breach?> FindAsync(string id, CancellationToken stop) => Task.FromResult(Breaches.Find(breach => breach.Id == id));

    public Task KeepAsync(Breach breach, CancellationToken stop)
    {
        var kept = Breaches.Find(one => one.Id == breach.Id) is { } before ? breach.After(before) : breach;
        Breaches.RemoveAll(one => one.Id == breach.Id);
        Breaches.Add(kept);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RetentionReport>> LatestAsync(int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<RetentionReport>>([.. Reports.OrderByDescending(report => report.Id, StringComparer.Ordinal).Take(most)]);

    public Task KeepAsync(RetentionReport report, CancellationToken stop)
    {
        Reports.RemoveAll(one => one.Id == report.Id);
        Reports.Add(report);
        return Task.CompletedTask;
    }
}
