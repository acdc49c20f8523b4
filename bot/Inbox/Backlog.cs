using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Inbox;

/// <summary>What was acknowledged but has not had its turn: an export that came now would lack it.</summary>
sealed class Backlog(IInbox inbox)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until everything accepted before now has had its turn, or was set aside; gives up after half a minute.</summary>
    public async Task SettledAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        var before = await inbox.UnhandledAsync(stop);
        while (before.Count > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, stop);
            before = [.. before.Intersect(await inbox.UnhandledAsync(stop))];
        }
    }
}
