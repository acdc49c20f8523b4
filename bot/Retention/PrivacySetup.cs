using RbcBot.Core.People.Erasing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Retention;

/// <summary>Puts the rules of retention, and where the data lie, to work.</summary>
static class PrivacySetup
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration settings, NodeOptions node) => services
        .AddSingleton(PrivacyOptions.Rules(settings))
        .AddSingleton(PrivacyOptions.Place(settings))
        .AddSingleton<OverReading>()
        .AddSingleton(all => new KeepRetention(
            all.GetRequiredService<OverReading>(), all.GetRequiredService<IOldRows>(), all.GetRequiredService<IRetentionReports>(), all.GetService<IErasures>()))
        .AddSingleton<RetentionRun>()
        .AddSingleton<RetentionWorker>()
        .AddHosted(node, all => all.GetRequiredService<RetentionWorker>());
}
