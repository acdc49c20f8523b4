using RbcBot.Core.Safety;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The settings of safeguarding, one document.</summary>
sealed class PostgresSafetySettings(PostgresStore store) : ISafetySettings
{
    readonly PostgresShelf<SafetySettings> settings = new(store, "safety");

    public async Task<SafetySettings> ReadAsync(CancellationToken stop) => (await settings.ListAsync(stop)).FirstOrDefault(SafetySettings.None);

    public Task KeepAsync(SafetySettings kept, CancellationToken stop) => settings.PutAsync("settings", kept, stop);
}
