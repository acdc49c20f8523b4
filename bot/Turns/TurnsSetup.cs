using RbcBot.Bot.Commands;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Reminders;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Turns;

/// <summary>Registers the whole loop: what was said comes in, is decided, committed, sent; the clock speaks too.</summary>
static class TurnsSetup
{
    public static IServiceCollection AddLoop(this IServiceCollection services, IConfiguration settings, NodeOptions node) => services
        .AddSingleton(AnnouncedDays.Of(settings))
        .AddSingleton(TemplatePrices.Of(settings))
        .AddSingleton<TemplateSpending>()
        .AddHostedService(all => all.GetRequiredService<TemplateSpending>())
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
        var spending = all.GetRequiredService<TemplateSpending>();
        return (conversation, inbound, now) =>
        {
            if (!spending.IsOn)
                return Talk.Take(conversation, inbound, catalogues.Current, Flows.All, now);
            var turn = Talk.Take(conversation, inbound, catalogues.Current with { Budget = spending.Now }, Flows.All, now);
            spending.Add(turn);
            return turn;
        };
    }
}
