using Microsoft.AspNetCore.DataProtection.KeyManagement;
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

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Puts PostgreSQL behind the storage ports.</summary>
static class PostgresStorage
{
    /// <param name="fetched">Names of the channels whose people fetch their messages themselves.</param>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, IConfiguration configuration, params string[] fetched)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<KeyManagementOptions>().Configure<PostgresStore>((keys, store) => keys.XmlRepository = new PostgresKeys(store));
        return services
            .AddSingleton(StorageOptions.Of(configuration))
            .AddSingleton<PostgresStore>()
            .AddSingleton(all => all.GetRequiredService<PostgresStore>().Sealed.Vault)
            .AddSingleton<IDuties, PostgresDuties>()
            .AddSingleton<ISharedPace, PostgresPace>()
            .AddSingleton(all => new PostgresOutbox(all.GetRequiredService<PostgresStore>(), all.GetRequiredService<TimeProvider>(), fetched.ToHashSet(), OutboxOptions.Of(configuration).SendersOfOne) { Reports = ReportingChannels.Of(all) })
            .AddSingleton<IOutbox>(all => all.GetRequiredService<PostgresOutbox>())
            .AddSingleton<PostgresInbox>()
            .AddSingleton<IInbox>(all => all.GetRequiredService<PostgresInbox>())
            .AddSingleton<IDeliveries, PostgresDeliveries>()
            .AddSingleton<IAside, PostgresAside>()
            .AddSingleton<PostgresFigures>()
            .AddSingleton<IStoreFigures>(all => all.GetRequiredService<PostgresFigures>())
            .AddSingleton<IStoreHealth>(all => all.GetRequiredService<PostgresFigures>())
            .AddSingleton<PostgresTurns>()
            .AddSingleton<ITurns>(all => all.GetRequiredService<PostgresTurns>())
            .AddSingleton<IPromptTurns>(all => all.GetRequiredService<PostgresTurns>())
            .AddSingleton<IRecords, PostgresRecords>()
            .AddSingleton<IErasedRows, PostgresErased>()
            .AddSingleton<IRegister, PostgresRegister>()
            .AddSingleton<IReminders, PostgresReminders>()
            .AddSingleton<ITemplateUses, PostgresTemplates>()
            .AddSingleton<IRounds, PostgresRounds>()
            .AddSingleton<IEnrolments, PostgresEnrolments>()
            .AddSingleton<ISelections, PostgresSelections>()
            .AddSingleton<ILinkCodes, PostgresLinkCodes>()
            .AddSingleton<IAccounts, PostgresAccounts>()
            .AddSingleton<IStays, PostgresStays>()
            .AddSingleton<IInvitations, PostgresInvitations>()
            .AddSingleton<PostgresAudit>()
            .AddSingleton<IAudit>(all => all.GetRequiredService<PostgresAudit>())
            .AddSingleton<IAuditTrail>(all => all.GetRequiredService<PostgresAudit>())
            .AddSingleton<ISafetyAlerts, PostgresSafetyAlerts>()
            .AddSingleton<ISafetySettings, PostgresSafetySettings>()
            .AddSingleton<IPrivacySettings, PostgresPrivacySettings>()
            .AddSingleton<IBreaches, PostgresBreaches>()
            .AddSingleton<IRetentionReports, PostgresRetentionReports>()
            .AddSingleton<IOldRows, PostgresOldRows>()
            .AddHostedService<CatalogueNews>()
            .AddHostedService<Purge>();
    }
}
