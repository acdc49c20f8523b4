using RbcBot.Bot.Inbox;
using RbcBot.Bot.Media;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Turns;

/// <summary>Puts the way of one turn together: inbox, decision, commit.</summary>
static class TurnLoop
{
    /// <param name="take">Makes the middle's decision from what the programme holds, such as the catalogue and the flows.</param>
    public static IServiceCollection AddTurns(
        this IServiceCollection services,
        IConfiguration configuration,
        Func<IServiceProvider, Func<Conversation, Inbound, DateTimeOffset, Turn>> take,
        NodeOptions? node = null) => services
        .AddSingleton(InboxOptions.Of(configuration))
        .AddSingleton(all => new TurnRunner(
            all.GetRequiredService<ITurns>(), take(all), all.GetRequiredService<TimeProvider>())
        {
            Fetch = all.GetService<FileFetching>() is { } files ? files.FetchAsync : (_, inbound, _) => Task.FromResult(inbound),
        })
        .AddPrompt()
        .AddSingleton<Backlog>()
        .AddSingleton<InboxWorker>()
        .AddHosted(node, all => all.GetRequiredService<InboxWorker>());

    static IServiceCollection AddPrompt(this IServiceCollection services) => services.Any(service => service.ServiceType == typeof(IPromptTurns))
        ? services.AddSingleton(all => new PromptTurn(all.GetRequiredService<IPromptTurns>(), all.GetRequiredService<TurnRunner>()))
        : services;
}
