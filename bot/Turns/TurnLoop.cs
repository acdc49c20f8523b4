using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Turns;

/// <summary>Puts the way of one turn together: inbox, decision, commit.</summary>
static class TurnLoop
{
    /// <param name="take">Makes the middle's decision from what the programme holds, such as the catalogue and the flows.</param>
    public static IServiceCollection AddTurns(
        this IServiceCollection services,
        IConfiguration configuration,
        Func<IServiceProvider, Func<Conversation, Inbound, DateTimeOffset, Turn>> take) => services
        .AddSingleton(InboxOptions.Of(configuration))
        .AddSingleton(all => new TurnRunner(
            all.GetRequiredService<ITurns>(), all.GetRequiredService<IInbox>(), take(all), all.GetRequiredService<TimeProvider>()))
        .AddSingleton<Backlog>()
        .AddSingleton<InboxWorker>()
        .AddHostedService(all => all.GetRequiredService<InboxWorker>());
}
