namespace RbcBot.Core.Safety;

/// <summary>Keeps the settings of safeguarding.</summary>
public interface ISafetySettings
{
    Task<SafetySettings> ReadAsync(CancellationToken stop);

    /// <summary>Durable on return.</summary>
    Task KeepAsync(SafetySettings settings, CancellationToken stop);
}
