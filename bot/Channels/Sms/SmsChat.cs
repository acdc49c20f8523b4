using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Sms;

/// <summary>Puts the SMS channel together, on the first provider that offers itself: one that brings answers too goes first.</summary>
static class SmsChat
{
    public static IServiceCollection AddSms<TTransport>(this IServiceCollection services, PaceLimits limits) where TTransport : class, ISmsTransport
    {
        if (services.Any(service => service.ServiceType == typeof(ISmsTransport)))
            return services;
        services.TryAddSingleton<ISharedPace, OwnPace>();
        services.TryAddSingleton<TTransport>();
        return services
            .AddSingleton<ISmsTransport>(all => all.GetRequiredService<TTransport>())
            .AddSingleton<IChannel>(all => new SmsChannel(
                all.GetRequiredService<ISmsTransport>(), new Pace(limits, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ISharedPace>())));
    }
}
