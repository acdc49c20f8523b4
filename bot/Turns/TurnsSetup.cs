using RbcBot.Bot.Commands;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Turns;

/// <summary>Registers the loop: inbox, turns, outbox, reminders.</summary>
static class TurnsSetup
{
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<ICatalogues, Catalogues>()
        .AddSingleton<Readiness>()
        .AddSingleton<OwnerToken>();
}
