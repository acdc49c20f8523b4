using RbcBot.Admin.Rights;
using RbcBot.Bot.Storage;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Auditing;

/// <summary>Puts the audit trail together; its rows are the store's.</summary>
static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration settings, StorageOptions storage)
    {
        var keys = Path.Combine(storage.Path, "keys");
        return services
            .AddSingleton(_ => new AuditKeys([.. KeyFile.Read(settings, "Audit:Keys", Path.Combine(keys, "audit.key")).Select(AuditKey.Of)]))
            .AddSingleton(_ => new PseudonymKey(KeyFile.Read(settings, "Exports:PseudonymKey", Path.Combine(keys, "pseudonym.key"))[0]))
            .AddSingleton<AnchorFolder>()
            .AddSingleton<AuditDesk>()
            .AddHostedService<AnchorWorker>();
    }

    /// <summary>Refuses settings that cannot work before anything is started.</summary>
    public static void Check(IConfiguration settings)
    {
        foreach (var name in new[] { "Audit:Keys", "Exports:PseudonymKey" })
            if (settings[name] is { Length: > 0 } written)
                KeyFile.Parse(written, name);
    }
}
