using RbcBot.Core.Safety;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The settings of safeguarding, one document.</summary>
sealed class LiteDbSafetySettings(LiteDbStore store) : ISafetySettings
{
    const string Id = "settings";

    readonly LiteDbShelf<SafetySettings> settings = new(store, LiteDbSchema.Safety);

    public async Task<SafetySettings> ReadAsync(CancellationToken stop) => await settings.FindAsync(Id, stop) ?? SafetySettings.None;

    public Task KeepAsync(SafetySettings kept, CancellationToken stop) => settings.PutAsync(Id, kept, stop);
}
