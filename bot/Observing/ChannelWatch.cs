using System.Collections.Concurrent;

namespace RbcBot.Bot.Observing;

/// <summary>Which channels have stopped answering.</summary>
sealed class ChannelWatch(TimeProvider clock)
{
    /// <summary>A line may stutter; so long and so often it is down.</summary>
    static readonly TimeSpan Stutter = TimeSpan.FromMinutes(1);

    const int FewestFaults = 3;

    readonly ConcurrentDictionary<string, Silent> silent = [];

    /// <summary>The channels that are down.</summary>
    public IReadOnlyList<Ailment> Down => [.. silent
        .Where(channel => channel.Value.Faults >= FewestFaults && clock.GetUtcNow() - channel.Value.Since >= Stutter)
        .Select(channel => Ailment.ChannelDown(channel.Key, channel.Value.Fault))];

    /// <summary>The channel answered.</summary>
    public void Answered(string channel)
    {
        if (!silent.IsEmpty)
            silent.TryRemove(channel, out _);
    }

    /// <param name="fault">Why, for an operator; nothing that anybody wrote.</param>
    public void Failed(string channel, string fault) => silent.AddOrUpdate(
        channel,
        _ => new Silent(clock.GetUtcNow(), 1, fault),
        (_, before) => before with { Faults = before.Faults + 1, Fault = fault });

    sealed record Silent(DateTimeOffset Since, int Faults, string Fault);
}
