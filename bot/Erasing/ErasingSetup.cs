using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Bot.Erasing;

/// <summary>Puts a person's rights together: all that is kept of her, and its end.</summary>
static class ErasingSetup
{
    public static IServiceCollection AddErasing(this IServiceCollection services, IConfiguration settings, NodeOptions node) => services
        .AddSingleton(all => new AccessLinks(all.GetRequiredService<ILinkCodes>(), PublicUrl(settings), all.GetRequiredService<TimeProvider>()))
        .AddSingleton<AccessPages>()
        .AddSingleton<ErasedList>()
        .AddSingleton<FinishErasures>()
        .AddSingleton<ErasedAgain>()
        .AddSingleton<IErasures, Erasures>()
        .AddHosted(node, all => ActivatorUtilities.CreateInstance<ErasureWorker>(all));

    static Uri? PublicUrl(IConfiguration settings) =>
        settings["Console:PublicUrl"] is { Length: > 0 } url && Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) ? address : null;
}
