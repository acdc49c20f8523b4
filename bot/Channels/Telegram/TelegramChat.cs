using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Telegram: messages in by webhook or by our own polling loop, messages out through the Bot API.</summary>
static class TelegramChat
{
    /// <summary>Without a token nothing is added: the channel is off.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration settings, NodeOptions? node = null)
    {
        var options = TelegramOptions.Of(settings);
        services.AddSingleton(options);
        if (!options.IsOn)
            return services;
        services.TryAddSingleton<ChannelWatch>();
        services.AddIntake()
            .AddSingleton<BotApi>()
            .AddSingleton<TelegramName>()
            .AddSingleton<IEntryLink>(all => all.GetRequiredService<TelegramName>())
            .AddSingleton<CallbackAnswers>()
            .AddSingleton<Updates>()
            .AddSingleton<IChannel>(all => new TelegramChannel(
                all.GetRequiredService<BotApi>(),
                new Pace(options.Limits, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ISharedPace>()),
                all.GetRequiredService<ICatalogues>()));
        services.TryAddSingleton<IDuties, OwnDuties>();
        services.TryAddSingleton<ISharedPace, OwnPace>();
        if (node is { IsBot: false })
            return services;
        services.AddHostedService<CallbackAnswerWorker>().AddHostedService<IntroductionWorker>();
        if (options.HasWebhook)
            services.AddSingleton<Webhook>();
        else
            services.AddHostedService<PollingWorker>();
        return services;
    }

    public static void MapTelegram(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<TelegramOptions>();
        if (options.IsOn && options.HasWebhook)
            // Its secret is all the door it has: what guards the console would only cost time.
            app.MapPost("/telegram/webhook", (HttpContext http, Webhook webhook) => webhook.TakeAsync(http)).AllowAnonymous().ShortCircuit();
    }
}
