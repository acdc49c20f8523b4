using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RbcBot.Bot.Storage;

namespace RbcBot.Bot.Observing;

/// <summary>Puts together what shows the bot at work: figures at /metrics, figures and traces to a collector.</summary>
static class ObservingSetup
{
    /// <summary>Comes after the store and the channels, whose ports it measures.</summary>
    public static IServiceCollection AddObserving(this IServiceCollection services, IConfiguration settings)
    {
        var options = MetricsOptions.Of(settings);
        services.AddSingleton(options).AddSingleton<MetricsDoor>().AddSingleton<Gauges>().AddHostedService<RestWorker>();
        services.AddSingleton(all => FreeDisk.Of(all.GetRequiredService<StorageOptions>().Path));
        var isCollected = settings["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        if (!options.IsOn && !isCollected)
            return services;

        services.AddMeasured();
        services.AddHostedService<GaugesWorker>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("rbcbot"));
        telemetry.WithMetrics(metrics => Export(metrics.AddMeter(Instruments.Meter, "System.Runtime"), options.IsOn, isCollected));
        if (isCollected)
            telemetry.WithTracing(traces => traces.AddSource(Spans.Source).AddOtlpExporter());
        return services;
    }

    public static void MapObserving(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<MetricsOptions>().IsOn)
            return;
        var (door, gauges) = (app.Services.GetRequiredService<MetricsDoor>(), app.Services.GetRequiredService<Gauges>());
        app.MapWhen(http => http.Request.Path == MetricsDoor.Path && door.Opens(http), branch =>
        {
            branch.Use(async (http, next) =>
            {
                await gauges.RefreshAsync(http.RequestAborted);
                await next(http);
            });
            branch.UseOpenTelemetryPrometheusScrapingEndpoint(_ => true);
        });
    }

    static void Export(MeterProviderBuilder metrics, bool isScraped, bool isCollected)
    {
        if (isScraped)
            metrics.AddPrometheusExporter(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 0);
        if (isCollected)
            metrics.AddOtlpExporter();
    }
}
