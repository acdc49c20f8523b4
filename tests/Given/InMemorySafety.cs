using RbcBot.Core.Safety;

namespace RbcBot.Tests.Given;

/// <summary>Alerts and the settings of safeguarding in a list.</summary>
sealed class InMemorySafety : ISafetyAlerts, ISafetySettings
{
    public List<SafetyAlert> Alerts { get; } = [];

    public SafetySettings Settings { get; set; } = SafetySettings.None;

    public Task<IReadOnlyList<SafetyAlert>> LatestAsync(int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<SafetyAlert>>([.. Alerts.OrderByDescending(alert => alert.Id, StringComparer.Ordinal).Take(most)]);

    public Task<IReadOnlyList<SafetyAlert>> UnseenAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<SafetyAlert>>([.. Alerts.Where(alert => alert is { SeenAt: null, Target: not null }).OrderBy(alert => alert.Id, StringComparer.Ordinal)]);

    public Task<SafetyAlert?> FindAsync(string id, CancellationToken stop) => Task.FromResult(Alerts.Find(alert => alert.Id == id));

    public Task KeepAsync(SafetyAlert alert, CancellationToken stop)
    {
        var at = Alerts.FindIndex(other => other.Id == alert.Id);
        Alerts[at] = alert.After(Alerts[at]);
        return Task.CompletedTask;
    }

    public Task<SafetySettings> ReadAsync(CancellationToken stop) => Task.FromResult(Settings);

    public Task KeepAsync(SafetySettings settings, CancellationToken stop)
    {
        Settings = settings;
        return Task.CompletedTask;
    }
}
