using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RbcBot.Bot.Outbox;

/// <summary>Puts the sending of messages together.</summary>
static class OutboxLoop
{
    /// <summary>Add it before what makes messages: hosted services end in the opposite order, and the last replies shall go out.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration, NodeOptions? node = null)
    {
        var options = OutboxOptions.Of(configuration);
        services.TryAddSingleton<SendingChannels>();
        return services
            .Configure<HostOptions>(host => host.ShutdownTimeout = options.Shutdown)
            .AddSingleton(options)
            .AddSingleton<OutboxWorker>()
            .AddHosted(node, all => all.GetRequiredService<OutboxWorker>());
    }
}
