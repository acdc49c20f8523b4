using System.Diagnostics;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>An inbox whose traffic is counted.</summary>
sealed class MeasuredInbox(IInbox inbox, TimeProvider clock) : IInbox
{
    public bool IsFull => inbox.IsFull;

    public async Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop)
    {
        // From the first byte of the request, where a request brought it.
        using var received = Spans.Of("receive", inbound, Activity.Current?.StartTimeUtc is { } began ? new DateTimeOffset(began, TimeSpan.Zero) : default);
        using var accepted = received is null ? null : Spans.Of("accept");
        try
        {
            var isNew = await inbox.AcceptAsync(inbound, stop);
            Instruments.Accepted(inbound.From.Channel, isNew);
            accepted?.SetTag("duplicate", !isNew);
            return isNew;
        }
        catch
        {
            Instruments.Refused(inbound.From.Channel);
            accepted?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    public async ValueTask<Waiting> NextAsync(CancellationToken stop)
    {
        var waiting = await inbox.NextAsync(stop);
        if (waiting is { Tries: 0, Since: { } since })
            Instruments.LaneWaited(clock.GetUtcNow() - since);
        return waiting;
    }

    public Task ReleaseAsync(Waiting waiting, CancellationToken stop) => inbox.ReleaseAsync(waiting, stop);

    public Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) => inbox.UnhandledAsync(stop);

    public async Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop)
    {
        await inbox.SetAsideAsync(waiting, reason, stop);
        Instruments.SetAside(waiting.Inbound.From.Channel, "failed");
    }
}
