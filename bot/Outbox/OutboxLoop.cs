namespace RbcBot.Bot.Outbox;

/// <summary>Puts the sending of messages together.</summary>
static class OutboxLoop
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(OutboxOptions.Of(configuration))
        .AddSingleton<SendingChannels>()
        .AddHostedService<OutboxWorker>();
}
