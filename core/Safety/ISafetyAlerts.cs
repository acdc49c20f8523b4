namespace RbcBot.Core.Safety;

/// <summary>Alerts, as turns raised them.</summary>
public interface ISafetyAlerts
{
    /// <summary>The newest ones, the newest first.</summary>
    Task<IReadOnlyList<SafetyAlert>> LatestAsync(int most, CancellationToken stop);

    /// <summary>Those that nobody on duty has looked at, the oldest first; without those that are only counted.</summary>
    Task<IReadOnlyList<SafetyAlert>> UnseenAsync(CancellationToken stop);

    Task<SafetyAlert?> FindAsync(string id, CancellationToken stop);

    /// <summary>Keeps who looked or what was done; durable on return. The first look stays the first: it is not put off by a later one.</summary>
    Task KeepAsync(SafetyAlert alert, CancellationToken stop);
}
