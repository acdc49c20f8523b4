using System.Diagnostics;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>One try of a turn, watched until it is disposed.</summary>
sealed class TurnWatch(Waiting waiting) : IDisposable
{
    readonly long since = Stopwatch.GetTimestamp();
    readonly Activity? span = Spans.Of("turn", waiting.Inbound)?.SetTag("try", waiting.Tries + 1);
    bool isDone;

    /// <summary>The turn is on disk.</summary>
    public void Done()
    {
        isDone = true;
        Instruments.TurnDone(since);
    }

    public void Dispose()
    {
        if (!isDone)
        {
            Instruments.TurnFailed();
            span?.SetStatus(ActivityStatusCode.Error);
        }
        span?.Dispose();
    }
}
