using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Who is responsible for people's data, one document.</summary>
sealed class PostgresPrivacySettings(PostgresStore store) : IPrivacySettings
{
    readonly PostgresShelf<PrivacySettings> settings = new(store, "privacy");

    public async Task<PrivacySettings> ReadAsync(CancellationToken stop) => (await settings.ListAsync(stop)).FirstOrDefault(PrivacySettings.None);

    public Task KeepAsync(PrivacySettings kept, CancellationToken stop) => settings.PutAsync("settings", kept, stop);
}
