namespace RbcBot.Core.People.Privacy;

/// <summary>Keeps who is responsible for people's data.</summary>
public interface IPrivacySettings
{
    Task<PrivacySettings> ReadAsync(CancellationToken stop);

    /// <summary>Durable on return.</summary>
    Task KeepAsync(PrivacySettings settings, CancellationToken stop);
}
