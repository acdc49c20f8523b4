using System.Diagnostics;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Observing;

/// <summary>Turns whose commits are timed.</summary>
sealed class MeasuredTurns(ITurns turns, Origins origins) : ITurns
{
    public Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop) => turns.LoadAsync(person, address, stop);

    public async Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop)
    {
        using var span = Spans.Of("commit")?.SetTag("messages", turn.Replies.Count);
        var since = Stopwatch.GetTimestamp();
        origins.Keep(turn.Replies);
        await turns.CommitAsync(handled, turn, stop);
        Instruments.Committed(since, turn.To.Channel, turn.Replies.Count);
    }

    public async Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop)
    {
        await turns.SetAsideAsync(handled, apology, reason, stop);
        Instruments.SetAside(handled.Inbound.From.Channel, "failed");
    }
}
