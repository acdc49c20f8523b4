using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using RbcBot.Admin;
using RbcBot.Admin.Shared;
using RbcBot.Bot.Channels.Web;
using RbcBot.Bot.Observing;

namespace RbcBot.Bot.Guarding;

/// <summary>What every request passes first, whichever door it is for: headers of safety, whether its address comes too often, and an answer without a word of ours when a door throws.</summary>
sealed class Gate(GuardOptions options, ConsoleOptions console, ILogger<Gate> log) : IDisposable
{
    const int SecondsToWait = 1;

    static readonly string[] Hooks = ["/telegram", "/meta", "/twilio", "/africastalking"];

    // A provider's server is quick: who brings a webhook a few bytes at a time only holds a line.
    static readonly MinDataRate HookRate = new(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));

    readonly AddressLimit hooks = new(options.WebhooksPerSecond, options.WebhooksPerSecond * 2);
    readonly AddressLimit chats = new(options.ChatPerSecond, options.ChatPerSecond * 3);

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        SecurityHeaders.Set(http, SecurityHeaders.Nothing);
        var isHook = Hooks.Any(hook => http.Request.Path.StartsWithSegments(hook));
        if (isHook && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } pace)
            pace.MinDataRate = HookRate;
        if (!(isHook ? hooks : chats).Allows(Counts(http, isHook) ? http.Connection.RemoteIpAddress : null))
            await RefuseAsync(http, "rate", StatusCodes.Status429TooManyRequests);
        else if (!isHook && !IsConsole(http) && Elsewhere.Sent(http.Request, console.PublicUrl))
            await RefuseAsync(http, "elsewhere", StatusCodes.Status403Forbidden);
        else
            await GuardedAsync(http, next);
        if (isHook && http.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            Instruments.KeptOut("hook", "unsigned");
    }

    public void Dispose()
    {
        hooks.Dispose();
        chats.Dispose();
    }

    static bool Counts(HttpContext http, bool isHook) => isHook || (HttpMethods.IsPost(http.Request.Method) && !IsConsole(http));

    // It has pages of its own for all of this.
    static bool IsConsole(HttpContext http) => http.Request.Path.StartsWithSegments("/console");

    static Task RefuseAsync(HttpContext http, string why, int status)
    {
        Instruments.KeptOut(Hooks.Any(hook => http.Request.Path.StartsWithSegments(hook)) ? "hook" : "chat", why);
        if (status == StatusCodes.Status429TooManyRequests)
            return WebProblem.WriteAsync(http, WebProblem.Fast, SecondsToWait);
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    async Task GuardedAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            // What took too long was given up, and the headers with it.
            if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status504GatewayTimeout })
                SecurityHeaders.Set(http, SecurityHeaders.Nothing);
        }
        catch (Exception wrong) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.Clear();
            SecurityHeaders.Set(http, SecurityHeaders.Nothing);
            http.Response.StatusCode = wrong is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            // Not the message, which may hold what somebody wrote.
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                log.LogError("A request failed with {Fault}, trace {Trace}: {Where}", wrong.GetType().Name, http.TraceIdentifier, wrong.StackTrace);
        }
    }
}
