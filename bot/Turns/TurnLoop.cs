using RbcBot.Bot.Erasing;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Media;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Safeguarding;

namespace RbcBot.Bot.Turns;

/// <summary>Puts the way of one turn together: inbox, decision, commit.</summary>
static class TurnLoop
{
    /// <param name="take">Makes the middle's decision from what the programme holds, such as the catalogue and the flows.</param>
    public static IServiceCollection AddTurns(
        this IServiceCollection services,
        IConfiguration configuration,
        Func<IServiceProvider, Func<Conversation, Inbound, DateTimeOffset, Turn>> take,
        NodeOptions? node = null) => services
        .AddSingleton(InboxOptions.Of(configuration))
        .AddSingleton(all => new TurnRunner(
            all.GetRequiredService<ITurns>(), take(all), all.GetRequiredService<TimeProvider>())
        {
            Fetch = (conversation, inbound, stop) => BringAsync(all.GetService<FileFetching>(), all.GetService<TypedLetters>(), all.GetService<LinkCodes>(), all.GetService<AccessLinks>(), conversation, inbound, stop),
            Guarded = (apology, conversation, inbound) => all.GetService<ICatalogues>() is { } catalogues
                ? Apology.Guarded(apology, conversation, inbound, catalogues.Current, all.GetRequiredService<TimeProvider>().GetUtcNow())
                : apology,
        })
        .AddPrompt()
        .AddSingleton<Backlog>()
        .AddSingleton<InboxWorker>()
        .AddHosted(node, all => all.GetRequiredService<InboxWorker>());

    /// <summary>What the inbound only names, or says in a letter.</summary>
    static async Task<Inbound> BringAsync(
        FileFetching? files, TypedLetters? letters, LinkCodes? codes, AccessLinks? rights, Conversation conversation, Inbound inbound, CancellationToken stop)
    {
        var read = letters is null ? inbound : await letters.ReadAsync(inbound, stop);
        read = codes is null ? read : await codes.BringAsync(conversation, read, stop);
        read = rights is null ? read : await rights.BringAsync(conversation, read, stop);
        return files is null ? read : await files.FetchAsync(conversation, read, stop);
    }

    static IServiceCollection AddPrompt(this IServiceCollection services) => services.Any(service => service.ServiceType == typeof(IPromptTurns))
        ? services.AddSingleton(all => new PromptTurn(all.GetRequiredService<IPromptTurns>(), all.GetRequiredService<TurnRunner>()))
        : services;
}
