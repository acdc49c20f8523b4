using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Outbox;

namespace RbcBot.Bot.Inbox;

/// <summary>Puts the intake together, once for all channels.</summary>
static class IntakeSetup
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.TryAddSingleton(new InboxOptions());
        services.TryAddSingleton<Floods>();
        services.TryAddSingleton<SendingChannels>();
        services.TryAddSingleton<FirstAid>();
        services.TryAddSingleton<Intake>();
        return services;
    }
}
