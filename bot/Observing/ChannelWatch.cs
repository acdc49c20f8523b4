using System.Collections.Concurrent;

namespace RbcBot.Bot.Observing;

/// <summary>Which channels have stopped answering.</summary>
sealed class ChannelWatch(TimeProvider clock)
{
    /// <summary>A line may stutter; so long and so often it is down.</summary>
    static readonly TimeSpan Stutter = TimeSpan.FromMinutes(1);

    const int FewestFaults = 3;

    readonly ConcurrentDictionary<string, Outage> silent = [];
    readonly ConcurrentDictionary<string, (DateTimeOffset At, string Fault)> unset = [];

    /// <summary>A fault of the settings that has not come again for so long is mended.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>The channels that are down, and those that our settings do not fit.</summary>
    public IReadOnlyList<Ailment> Down => [.. Silent, .. Unset];

    IEnumerable<Ailment> Silent => silent
        .Where(channel => IsDown(channel.Value))
        .Select(channel => Ailment.ChannelDown(channel.Key, channel.Value.Fault));

    IEnumerable<Ailment> Unset => unset
        .Where(channel => clock.GetUtcNow() - channel.Value.At < Remembered)
        .Select(channel => Ailment.ChannelUnset(channel.Key, channel.Value.Fault));

    /// <summary>What is wrong with one channel; null when nothing is.</summary>
    public Ailment? Of(string channel) => silent.TryGetValue(channel, out var fault) && IsDown(fault)
        ? Ailment.ChannelDown(channel, fault.Fault)
        : unset.TryGetValue(channel, out var other) && clock.GetUtcNow() - other.At < Remembered ? Ailment.ChannelUnset(channel, other.Fault) : null;

    /// <summary>The channel answered.</summary>
    public void Answered(string channel)
    {
        if (!silent.IsEmpty)
            silent.TryRemove(channel, out _);
    }

    /// <param name="fault">Why, for an operator; nothing that anybody wrote.</param>
    public void Failed(string channel, string fault) => silent.AddOrUpdate(
        channel,
        _ => new Outage(clock.GetUtcNow(), 1, fault),
        (_, before) => before with { Faults = before.Faults + 1, Fault = fault });

    /// <summary>The channel did not take a message because of settings of ours.</summary>
    /// <param name="fault">The provider's reason; nothing that anybody wrote.</param>
    public void Refused(string channel, string fault) => unset[channel] = (clock.GetUtcNow(), fault);

    bool IsDown(Outage fault) => fault.Faults >= FewestFaults && clock.GetUtcNow() - fault.Since >= Stutter;

    sealed record Outage(DateTimeOffset Since, int Faults, string Fault);
}
