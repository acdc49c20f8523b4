using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Commands;

/// <summary>Has a command done: by a running bot when there is one, since the database has one owner, else here.</summary>
static class AskDesk
{
    public static async Task<int> RunAsync(DeskRequest request, string? outFile, CancellationToken stop)
    {
        var outcome = await OutcomeAsync(request, stop);
        if (outcome is { ExitCode: 0, File: { } bytes } && outFile is not null)
            await File.WriteAllBytesAsync(outFile, bytes, stop);
        (outcome.ExitCode == 0 ? Console.Out : Console.Error).WriteLine(outcome.Says);
        return outcome.ExitCode;
    }

    static async Task<DeskOutcome> OutcomeAsync(DeskRequest request, CancellationToken stop)
    {
        var folder = Composition.StorageFolder();
        if (StorageLock.IsHeld(folder))
            return await AskOwnerAsync(OwnerFile.Read(folder), request, stop);

        await using var app = Composition.Build([], isDemo: false);
        await app.Services.GetRequiredService<ICatalogues>().RefreshAsync(stop);
        return await app.Services.GetRequiredService<Desk>().RunAsync(request, stop);
    }

    static async Task<DeskOutcome> AskOwnerAsync(OwnerFile? owner, DeskRequest request, CancellationToken stop)
    {
        if (owner is null)
            return new DeskOutcome(1, "The database is in use, but its owner does not answer. Wait until it has started, or stop it.", null);

        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add(OwnerFile.Header, owner.Token);
        using var answer = await http.PostAsJsonAsync(new Uri(new Uri(owner.Url), OwnerFile.Route), request, stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<DeskOutcome>(stop) ?? new DeskOutcome(1, "The running bot gave no answer.", null);
    }
}
