using RbcBot.Bot.Commands;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Reminders;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Turns;

/// <summary>Registers the whole loop: what was said comes in, is decided, committed, sent; the clock speaks too.</summary>
static class TurnsSetup
{
    public static IServiceCollection AddLoop(this IServiceCollection services, IConfiguration settings, NodeOptions node) => services
        .AddSingleton<ICatalogues, Catalogues>()
        .AddSingleton(Flows.All)
        .AddSingleton<Readiness>()
        .AddSingleton<OwnerToken>()
        .AddSingleton<TypedLetters>()
        .AddSingleton<LinkCodes>()
        .AddOutbox(settings, node)
        .AddTurns(settings, Decide, node)
        .AddReminders(node);

    static Func<Conversation, Inbound, DateTimeOffset, Turn> Decide(IServiceProvider all)
    {
        var catalogues = all.GetRequiredService<ICatalogues>();
        return (conversation, inbound, now) => Talk.Take(conversation, inbound, catalogues.Current, Flows.All, now);
    }
}
