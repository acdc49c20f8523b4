using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Puts LiteDB behind the storage ports.</summary>
static class LiteDbStorage
{
    /// <param name="fetched">Names of the channels whose people fetch their messages themselves.</param>
    public static IServiceCollection AddLiteDbStorage(this IServiceCollection services, IConfiguration configuration, params string[] fetched)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(StorageOptions.Of(configuration))
            .AddSingleton<IDuties, OwnDuties>()
            .AddSingleton<ISharedPace, OwnPace>()
            .AddSingleton<LiteDbStore>()
            .AddSingleton(all => all.GetRequiredService<LiteDbStore>().Vault)
            .AddSingleton<LiteDbPeople>()
            .AddSingleton<LiteDbInbox>()
            .AddSingleton<IInbox>(all => all.GetRequiredService<LiteDbInbox>())
            .AddSingleton(all => new LiteDbOutbox(all.GetRequiredService<LiteDbStore>(), all.GetRequiredService<LiteDbPeople>(), all.GetRequiredService<TimeProvider>(), fetched.ToHashSet(), OutboxOptions.Of(configuration).SendersOfOne) { Reports = ReportingChannels.Of(all) })
            .AddSingleton<IOutbox>(all => all.GetRequiredService<LiteDbOutbox>())
            .AddSingleton<IDeliveries, LiteDbDeliveries>()
            .AddSingleton<IAside, LiteDbAside>()
            .AddSingleton<LiteDbFigures>()
            .AddSingleton<IStoreFigures>(all => all.GetRequiredService<LiteDbFigures>())
            .AddSingleton<IStoreHealth>(all => all.GetRequiredService<LiteDbFigures>())
            .AddSingleton<LiteDbTurns>()
            .AddSingleton<ITurns>(all => all.GetRequiredService<LiteDbTurns>())
            .AddSingleton<IPromptTurns>(all => all.GetRequiredService<LiteDbTurns>())
            .AddSingleton<IRecords, LiteDbRecords>()
            .AddSingleton<IErasedRows, LiteDbErased>()
            .AddSingleton<RegisterMemory>()
            .AddSingleton<IRegister, LiteDbRegister>()
            .AddSingleton<IReminders, LiteDbReminders>()
            .AddSingleton<ITemplateUses, LiteDbTemplates>()
            .AddSingleton<IRounds, LiteDbRounds>()
            .AddSingleton<IEnrolments, LiteDbEnrolments>()
            .AddSingleton<ISelections, LiteDbSelections>()
            .AddSingleton<ILinkCodes, LiteDbLinkCodes>()
            .AddSingleton<IAccounts, LiteDbAccounts>()
            .AddSingleton<IStays, LiteDbStays>()
            .AddSingleton<IInvitations, LiteDbInvitations>()
            .AddSingleton<LiteDbAudit>()
            .AddSingleton<IAudit>(all => all.GetRequiredService<LiteDbAudit>())
            .AddSingleton<IAuditTrail>(all => all.GetRequiredService<LiteDbAudit>())
            .AddSingleton<ISafetyAlerts, LiteDbSafetyAlerts>()
            .AddSingleton<ISafetySettings, LiteDbSafetySettings>()
            .AddSingleton<IPrivacySettings, LiteDbPrivacySettings>()
            .AddSingleton<IBreaches, LiteDbBreaches>()
            .AddSingleton<IRetentionReports, LiteDbRetentionReports>()
            .AddSingleton<IOldRows, LiteDbOldRows>();
    }
}
