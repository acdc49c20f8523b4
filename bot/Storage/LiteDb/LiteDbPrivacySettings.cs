using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Who is responsible for people's data, one document.</summary>
sealed class LiteDbPrivacySettings(LiteDbStore store) : IPrivacySettings
{
    const string Id = "settings";

    readonly LiteDbShelf<PrivacySettings> settings = new(store, LiteDbSchema.Privacy);

    public async Task<PrivacySettings> ReadAsync(CancellationToken stop) => await settings.FindAsync(Id, stop) ?? PrivacySettings.None;

    public Task KeepAsync(PrivacySettings kept, CancellationToken stop) => settings.PutAsync(Id, kept, stop);
}
