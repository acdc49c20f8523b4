using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RbcBot.Bot.Inbox;

/// <summary>Puts the intake together, once for all channels.</summary>
static class IntakeSetup
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.TryAddSingleton(new InboxOptions());
        services.TryAddSingleton<Floods>();
        services.TryAddSingleton<Intake>();
        return services;
    }
}
