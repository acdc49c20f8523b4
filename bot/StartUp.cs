using RbcBot.Admin.SignIn;
using RbcBot.Bot.Commands;
using RbcBot.Bot.Erasing;
using RbcBot.Bot.Guarding;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot;

/// <summary>Brings the bot up and says where it is.</summary>
static class StartUp
{
    public static async Task RunAsync(WebApplication app, CancellationToken stop)
    {
        await app.Services.GetRequiredService<ICatalogues>().RefreshAsync(stop);
        await EraseAgainAsync(app.Services, stop);
        await app.StartAsync(stop);

        var folder = app.Services.GetRequiredService<StorageOptions>().Path;
        var url = Composition.LocalUrl(app);
        if (!app.Services.GetRequiredService<StorageOptions>().IsPostgres)
            SayWhoOwns(app, folder, url);
        app.Services.GetRequiredService<Readiness>().IsReady = true;
        await GreetAsync(app, url, stop);
    }

    // Before anybody is served: an older copy may have brought back who was erased.
    static async Task EraseAgainAsync(IServiceProvider services, CancellationToken stop)
    {
        if (await services.GetRequiredService<ErasedAgain>().RunAsync(stop) is not (> 0 and var count))
            return;
        await services.GetRequiredService<FinishErasures>().RunAsync(stop);
        Console.WriteLine($"Erased:  {count} were brought back from before they were erased, and are erased again ({services.GetRequiredService<ErasedList>().Path})");
    }

    static void SayWhereTheKeyLies(KeySecret secret)
    {
        if (secret.Made is { } file)
            Console.WriteLine($"Key over the console's keys made: {file} - keep a copy apart from the data, or set Keys__SecretFile");
        if (secret.IsInside)
            Console.WriteLine("The key over the console's keys lies within the data it protects, for there was no other place: set Keys__SecretFile");
    }

    static void SayWhoOwns(WebApplication app, string folder, string url)
    {
        new OwnerFile(url, app.Services.GetRequiredService<OwnerToken>().Value).Write(folder);
        app.Lifetime.ApplicationStopped.Register(() => OwnerFile.Remove(folder));
    }

    static async Task GreetAsync(WebApplication app, string url, CancellationToken stop)
    {
        var node = app.Services.GetRequiredService<NodeOptions>();
        if (node.IsBot)
            Console.WriteLine($"Chat:    {url}/chat");
        Console.WriteLine(node.IsConsole ? $"Console: {url}/console" : $"Node:    {url} ({node.Roles})");
        if (app.Services.GetRequiredService<Residency>() is { IsUnauthorised: true } abroad)
            Console.WriteLine(Ailment.Abroad(abroad.Country).Says);
        SayWhereTheKeyLies(app.Services.GetRequiredService<KeySecret>());
        if (node.IsConsole && (await app.Services.GetRequiredService<IAccounts>().ListAsync(stop)).Count == 0)
            Console.WriteLine($"First administrator, one time: {app.Services.GetRequiredService<FirstRunToken>().Link(url)}");
    }
}
