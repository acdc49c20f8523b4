using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Bot.Storage;

namespace RbcBot.Bot.Observing;

/// <summary>What the bot says of itself: alive while it answers, ready when it takes in messages, and what is wrong.</summary>
static class HealthAnswers
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.TryAddSingleton<ChannelWatch>();
        return services
            .AddSingleton(all => ActivatorUtilities.CreateInstance<StoreCheck>(all, all.GetRequiredService<StorageOptions>().LeastFreeBytes))
            .AddSingleton<Checkup>();
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    static async Task<IResult> ReadyAsync(Checkup checkup, CancellationToken stop)
    {
        var diagnosis = await checkup.AskAsync(stop);
        return Results.Json(
            new { ready = diagnosis.IsReady, problems = diagnosis.Problems },
            JsonSerializerOptions.Web, "application/json", diagnosis.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
