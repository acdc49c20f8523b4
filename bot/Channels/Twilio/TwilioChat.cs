using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>WhatsApp and SMS by Twilio: messages and reports in by webhook, messages out by its API.</summary>
static class TwilioChat
{
    /// <summary>Where Twilio reports how far a message came.</summary>
    public const string StatusPath = "/twilio/status";

    /// <summary>Under this name our own name of the message stands in the address to which Twilio reports: signed with it, and the same in each report.</summary>
    const string OurName = "message";

    const string MessagesPath = "/twilio/messages";

    /// <summary>Where Twilio reports how far one message came, from our own address on.</summary>
    /// <param name="reference">Of letters that stand in any address; "" for none.</param>
    public static string StatusPathOf(string reference) => reference.Length > 0 ? $"{StatusPath}?{OurName}={reference}" : StatusPath;

    /// <summary>Without an account nothing is added: the channels are off.</summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services, IConfiguration settings)
    {
        var options = TwilioOptions.Of(settings);
        services.AddSingleton(options);
        if (!options.IsOn)
            return services;
        services.TryAddSingleton<ChannelWatch>();
        services.TryAddSingleton<ISharedPace, OwnPace>();
        services.AddIntake()
            .AddSingleton<TwilioLine>()
            .AddSingleton<SentLook>()
            .AddSingleton<TwilioMessages>()
            .AddSingleton<TwilioContents>()
            .AddSingleton<TwilioMedia>()
            .AddSingleton<TwilioPosts>()
            .AddSingleton<TwilioDoor>();
        if (options.HasWhatsApp)
            services.AddSingleton<TwilioWhatsApp>().AddSingleton<IEntryLink>(new WhatsAppNumber(options.WhatsAppFrom)).AddSingleton<IChannel>(all => new WhatsAppChannel(
                all.GetRequiredService<TwilioWhatsApp>(),
                new Pace(options.WhatsAppLimits, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ISharedPace>())));
        return options.HasSms ? services.AddSms<TwilioSms>(options.SmsLimits) : services;
    }

    public static void MapTwilio(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<TwilioOptions>().IsOn)
            return;
        // The signature is all the door it has: what guards the console would only cost time.
        app.MapPost(MessagesPath, (HttpContext http, TwilioDoor door, TwilioPosts posts) => door.TakeAsync(http, posts.SaidAsync)).AllowAnonymous().ShortCircuit();
        app.MapPost(StatusPath, (HttpContext http, TwilioDoor door, TwilioPosts posts) => door.TakeAsync(http, form => posts.ReportedAsync(form, http.Request.Query[OurName].ToString()))).AllowAnonymous().ShortCircuit();
    }
}
