using System.Diagnostics;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>Prompt turns, counted and timed as those that waited are.</summary>
sealed class MeasuredPromptTurns(IPromptTurns turns, Origins origins) : IPromptTurns
{
    public Waiting? Hold(Inbound inbound) => turns.Hold(inbound);

    public void LetGo(Waiting held) => turns.LetGo(held);

    public async Task<bool> TakeAsync(Waiting held, Turn turn, CancellationToken stop)
    {
        using var span = Spans.Of("commit")?.SetTag("messages", turn.Replies.Count);
        var (since, channel) = (Stopwatch.GetTimestamp(), held.Inbound.From.Channel);
        origins.Keep(turn.Replies);
        try
        {
            var isNew = await turns.TakeAsync(held, turn, stop);
            Instruments.Accepted(channel, isNew);
            if (isNew)
                Instruments.TookAtOnce(since, channel, turn.Replies.Count);
            return isNew;
        }
        catch
        {
            Instruments.Refused(channel);
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
