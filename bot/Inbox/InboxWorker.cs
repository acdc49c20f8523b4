using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Inbox;

/// <summary>Serves people: many at once, each in order. An inbound that fails again and again is set aside, and its person told.</summary>
sealed class InboxWorker(IInbox inbox, TurnRunner turns, InboxOptions options, ILogger<InboxWorker> log, FirstAid? aid = null) : BackgroundService
{
    const int MostTries = 3;
    static readonly TimeSpan BrokenStore = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Lanes).Select(_ => ServeAsync(stoppingToken)));

    async Task ServeAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(await inbox.NextAsync(stop), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Gives one inbound its turn, whatever comes of it.</summary>
    /// <remarks>A turn that has begun is finished even while stopping: it is short, and what it holds is on disk either way.</remarks>
    public async Task ServeAsync(Waiting waiting, CancellationToken stop)
    {
        try
        {
            await turns.RunAsync(waiting, CancellationToken.None);
        }
        catch (IOException failure)
        {
            if (aid is not null)
                await aid.ShowAsync(waiting.Inbound);
            await AgainAsync(waiting, failure, stop);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Turn {Try} of {Inbound} failed", waiting.Tries + 1, waiting.Id);
            await AfterFailureAsync(waiting, failure, stop);
        }
    }

    async Task AgainAsync(Waiting waiting, IOException failure, CancellationToken stop)
    {
        log.LogError(failure, "The store did not take the turn of {Inbound}; trying again", waiting.Id);
        await Task.Delay(BrokenStore, turns.Clock, stop);
        // The inbound is not to blame: releasing counts one try more, so this leaves it as it was.
        await ReleaseAsync(waiting with { Tries = waiting.Tries - 1 });
    }

    async Task AfterFailureAsync(Waiting waiting, Exception failure, CancellationToken stop)
    {
        if (waiting.Tries + 1 < MostTries)
            await ReleaseAsync(waiting);
        else
            await SetAsideAsync(waiting, failure.GetType().Name, stop);
    }

    async Task ReleaseAsync(Waiting waiting)
    {
        try
        {
            await inbox.ReleaseAsync(waiting, CancellationToken.None);
        }
        catch (IOException failure)
        {
            log.LogError(failure, "The store did not take back {Inbound}; its lane goes on", waiting.Id);
        }
    }

    async Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop)
    {
        log.LogError("Problem {Problem}: {Inbound} was set aside after {Tries} tries: {Reason}", ProblemIds.Poison, waiting.Id, waiting.Tries + 1, reason);
        try
        {
            await turns.GiveUpAsync(waiting, reason, CancellationToken.None);
        }
        catch (IOException failure)
        {
            // Without the apology it would be set aside behind its person's back.
            await AgainAsync(waiting, failure, stop);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Inbound} could not be answered", waiting.Id);
            await SetAsideUnansweredAsync(waiting, reason, stop);
        }
    }

    async Task SetAsideUnansweredAsync(Waiting waiting, string reason, CancellationToken stop)
    {
        try
        {
            await inbox.SetAsideAsync(waiting, reason, CancellationToken.None);
        }
        catch (IOException failure)
        {
            await AgainAsync(waiting, failure, stop);
        }
    }
}
