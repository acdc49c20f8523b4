using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using RbcBot.Admin.Shared;

namespace RbcBot.Bot.Guarding;

/// <summary>Puts the guards before everything else: limits of the server, whom to believe, the gate.</summary>
static class GuardSetup
{
    const int MostFields = 1024, LongestKey = 512, LongestHeader = 4 * 1024;

    public static IServiceCollection AddGuard(this IServiceCollection services, GuardOptions options)
    {
        services.AddSingleton(options).AddSingleton<Gate>();
        services.AddRequestTimeouts();
        services.Configure<FormOptions>(Limit);
        return services.Configure<KestrelServerOptions>(kestrel => Limit(kestrel, options));
    }

    public static void UseGuard(this WebApplication app)
    {
        var (options, gate) = (app.Services.GetRequiredService<GuardOptions>(), app.Services.GetRequiredService<Gate>());
        if (options.Networks.Count > 0)
            app.UseForwardedHeaders(Forwarded(options));
        app.Use(gate.PassAsync);
        // Said here, for else the framework puts it first, and doors that take a short way would miss the gate.
        app.UseRouting();
        app.UseRequestTimeouts();
    }

    // The host's name is not believed: whoever could choose it would choose where our links lead.
    static ForwardedHeadersOptions Forwarded(GuardOptions options)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Networks)
            forwarded.KnownIPNetworks.Add(network);
        return forwarded;
    }

    static void Limit(FormOptions form)
    {
        form.ValueCountLimit = MostFields;
        form.KeyLengthLimit = LongestKey;
        form.ValueLengthLimit = (int)BodyLimit.Form.Bytes;
        form.MultipartHeadersLengthLimit = LongestHeader;
        form.MultipartBodyLengthLimit = BodyLimit.Upload.Bytes;
    }

    static void Limit(KestrelServerOptions kestrel, GuardOptions options)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        // Where no door says otherwise.
        limits.MaxRequestBodySize = BodyLimit.Form.Bytes;
        limits.MaxConcurrentConnections = options.Connections;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // 240 bytes a second after five seconds, as Kestrel has it: the slowest 2G line is ten times as fast.
        limits.MinRequestBodyDataRate = limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
