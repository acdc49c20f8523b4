using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>Puts the measuring before the ports of whichever store and channels were added before.</summary>
static class Measured
{
    public static IServiceCollection AddMeasured(this IServiceCollection services)
    {
        services.AddSingleton<Origins>().AddSingleton<IChannelHealth, WatchedChannels>();
        services.TryAddSingleton<ChannelWatch>();
        Wrap<IInbox>(services, (all, inbox) => new MeasuredInbox(inbox, all.GetRequiredService<TimeProvider>()));
        Wrap<ITurns>(services, (all, turns) => new MeasuredTurns(turns, all.GetRequiredService<Origins>()));
        Wrap<IPromptTurns>(services, (all, turns) => new MeasuredPromptTurns(turns, all.GetRequiredService<Origins>()));
        Wrap<IAside>(services, (_, aside) => new MeasuredAside(aside));
        Wrap<IOutbox>(services, (all, outbox) => new TellingOutbox(
            outbox, all.GetRequiredService<IInbox>(), all.GetRequiredService<ChannelWatch>(), all.GetRequiredService<TimeProvider>()));
        Wrap<IReminders>(services, (_, reminders) => new MeasuredReminders(reminders));
        Wrap<IChannel>(services, (all, channel) => new MeasuredChannel(channel, all.GetRequiredService<Origins>(), all.GetRequiredService<ChannelWatch>()));
        return services;
    }

    // What it wraps becomes a keyed service, so that the container still makes it, and disposes of it.
    static void Wrap<TPort>(IServiceCollection services, Func<IServiceProvider, TPort, TPort> measured) where TPort : class
    {
        foreach (var added in services.Where(service => service.ServiceType == typeof(TPort)).ToList())
        {
            var key = new object();
            services.Remove(added);
            services.Add(added.ImplementationFactory is { } make
                ? ServiceDescriptor.KeyedSingleton<TPort>(key, (all, _) => (TPort)make(all))
                : ServiceDescriptor.KeyedSingleton(typeof(TPort), key, added.ImplementationType ?? throw new InvalidOperationException($"{typeof(TPort).Name} is added neither by type nor by factory.")));
            services.AddSingleton(all => measured(all, all.GetRequiredKeyedService<TPort>(key)));
        }
    }
}
