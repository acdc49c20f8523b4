using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>WhatsApp by Meta's Cloud API: messages and reports in by webhook, messages out by the Graph API.</summary>
static class MetaChat
{
    const string Path = "/meta/webhook";

    /// <summary>Without a number's id nothing is added: the channel is off.</summary>
    public static IServiceCollection AddMeta(this IServiceCollection services, IConfiguration settings)
    {
        var options = MetaOptions.Of(settings);
        services.AddSingleton(options);
        if (!options.IsOn)
            return services;
        services.TryAddSingleton<ChannelWatch>();
        services.TryAddSingleton<ISharedPace, OwnPace>();
        return services.AddIntake()
            .AddSingleton<MetaLine>()
            .AddSingleton<UploadedMedia>()
            .AddSingleton<MetaTemplates>()
            .AddSingleton<MetaWhatsApp>()
            .AddSingleton<NewsReading>()
            .AddSingleton<NewsKeeping>()
            .AddSingleton<MetaNews>()
            .AddSingleton<MetaWebhook>()
            .AddSingleton<IChannel>(all => new WhatsAppChannel(
                all.GetRequiredService<MetaWhatsApp>(),
                new Pace(options.Limits, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ISharedPace>())));
    }

    public static void MapMeta(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<MetaOptions>().IsOn)
            return;
        // The signature is all the door it has: what guards the console would only cost time.
        app.MapGet(Path, (HttpContext http, MetaWebhook webhook) => webhook.ShakeHandsAsync(http)).AllowAnonymous().ShortCircuit();
        app.MapPost(Path, (HttpContext http, MetaWebhook webhook) => webhook.TakeAsync(http)).AllowAnonymous().ShortCircuit();
    }
}
