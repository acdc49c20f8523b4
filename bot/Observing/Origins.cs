using System.Diagnostics;
using System.Runtime.CompilerServices;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>Which turn decided a message, for as long as the message is in memory: its sending then belongs to the same trace.</summary>
sealed class Origins
{
    readonly ConditionalWeakTable<Outbound, Origin> kept = [];

    /// <summary>Keeps what is being traced now as the origin of these messages.</summary>
    public void Keep(IReadOnlyList<Outbound> messages)
    {
        if (Activity.Current is not { Source.Name: Spans.Source } turn)
            return;
        foreach (var message in messages)
            kept.AddOrUpdate(message, new Origin(turn.Context));
    }

    /// <summary>Empty when it is not known: the sending is then a trace of its own.</summary>
    public ActivityContext Of(Outbound message) => kept.TryGetValue(message, out var origin) ? origin.Turn : default;

    sealed record Origin(ActivityContext Turn);
}
