using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>Africa's Talking: SMS and their reports in, USSD menus.</summary>
static class AfricasTalkingChat
{
    /// <summary>Without a secret nothing is added: the channels are off.</summary>
    public static IServiceCollection AddAfricasTalking(this IServiceCollection services, IConfiguration settings)
    {
        var options = AfricasTalkingOptions.Of(settings);
        services.AddSingleton(options);
        if (!options.IsOn)
            return services;
        services.AddIntake()
            .AddSingleton<CallbackDoor>()
            .AddSingleton<SmsCallback>()
            .AddSingleton<UssdScreens>()
            .AddSingleton<UssdCallback>()
            .AddSingleton<AfricasTalkingSms>()
            .AddSingleton<IChannel, UssdChannel>();
        return options.CanSend ? services.AddSms<AfricasTalkingSms>(AfricasTalkingOptions.Limits) : services;
    }

    public static void MapAfricasTalking(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<AfricasTalkingOptions>().IsOn)
            return;
        app.MapPost("/africastalking/{secret}/sms", (HttpContext http, string secret, CallbackDoor door, SmsCallback sms) => door.TakeAsync(http, secret, sms.SaidAsync)).AllowAnonymous().ShortCircuit();
        app.MapPost("/africastalking/{secret}/delivery", (HttpContext http, string secret, CallbackDoor door, SmsCallback sms) => door.TakeAsync(http, secret, sms.ReportedAsync)).AllowAnonymous().ShortCircuit();
        app.MapPost("/africastalking/{secret}/ussd", (HttpContext http, string secret, CallbackDoor door, UssdCallback ussd) => door.TakeAsync(http, secret, ussd.TakeAsync)).AllowAnonymous().ShortCircuit();
    }
}
