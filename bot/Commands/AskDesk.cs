using System.Diagnostics;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Commands;

/// <summary>Has a command done: by a running bot when there is one, since the database has one owner, else here.</summary>
static class AskDesk
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync(DeskRequest request, string? outFile, CancellationToken stop)
    {
        var outcome = await OutcomeAsync(request, stop);
        if (outcome is { ExitCode: 0, File: { } file } && outFile is not null)
        {
            await using var written = File.Create(outFile);
            await file.CopyToAsync(written, stop);
        }
        (outcome.ExitCode == 0 ? Console.Out : Console.Error).WriteLine(outcome.Says);
        return outcome.ExitCode;
    }

    // An owner that is just starting, or another command, is waited for.
    static async Task<DeskOutcome> OutcomeAsync(DeskRequest request, CancellationToken stop)
    {
        // PostgreSQL has many owners: the command is one more node for a moment.
        if (StorageOptions.Of(Composition.Settings([])).IsPostgres)
            return await DoAsync(request, stop);
        var folder = Composition.StorageFolder();
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(BetweenTries, stop))
        {
            try
            {
                if (!StorageLock.IsHeld(folder))
                    return await DoAsync(request, stop);
                if (OwnerFile.Read(folder) is { } owner)
                    return await AskOwnerAsync(owner, request, stop);
            }
            catch (Exception fault) when (fault is StorageInUseException or HttpRequestException)
            {
                // It opened the database before us; or the file is of a start before this one.
            }
        }

        return new DeskOutcome(1, "The database is in use, but its owner does not answer. Wait until it has started, or stop it.", null);
    }

    static async Task<DeskOutcome> DoAsync(DeskRequest request, CancellationToken stop)
    {
        await using var app = Composition.Build([], isDemo: false);
        await app.Services.GetRequiredService<ICatalogues>().RefreshAsync(stop);
        // What was acknowledged before the bot died has its turn first.
        var worker = app.Services.GetRequiredService<InboxWorker>();
        await worker.StartAsync(stop);
        await app.Services.GetRequiredService<Backlog>().SettledAsync(stop);
        await worker.StopAsync(stop);
        return await app.Services.GetRequiredService<Desk>().RunAsync(request, stop);
    }

    // The file may be large: it is passed on while it comes.
    static async Task<DeskOutcome> AskOwnerAsync(OwnerFile owner, DeskRequest request, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Add(OwnerFile.Header, owner.Token);
        using var wish = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(owner.Url), OwnerFile.Route)) { Content = JsonContent.Create(request) };
        using var answer = await http.SendAsync(wish, HttpCompletionOption.ResponseHeadersRead, stop);
        answer.EnsureSuccessStatusCode();
        if (!answer.Headers.TryGetValues(OwnerFile.Says, out var says))
            return await answer.Content.ReadFromJsonAsync<DeskOutcome>(stop) ?? new DeskOutcome(1, "The running bot gave no answer.", null);
        var file = Spool.Open();
        await answer.Content.CopyToAsync(file, stop);
        file.Position = 0;
        return new DeskOutcome(0, Uri.UnescapeDataString(says.First()), file);
    }
}
