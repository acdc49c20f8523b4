namespace RbcBot.Bot.Outbox;

/// <summary>Puts the sending of messages together.</summary>
static class OutboxLoop
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration, NodeOptions? node = null) => services
        .AddSingleton(OutboxOptions.Of(configuration))
        .AddSingleton<SendingChannels>()
        .AddSingleton<OutboxWorker>()
        .AddHosted(node, all => all.GetRequiredService<OutboxWorker>());
}
