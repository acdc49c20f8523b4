using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Outbox;

/// <summary>The channels by name, each with its fuse; a channel that throws has failed, the loop has not.</summary>
sealed class SendingChannels(IEnumerable<IChannel> all, TimeProvider clock, ILogger<SendingChannels> log)
{
    readonly Dictionary<string, (IChannel Channel, Circuit Circuit)> byName =
        all.ToDictionary(channel => channel.Name, channel => (channel, new Circuit(clock)), StringComparer.Ordinal);

    public TimeProvider Clock => clock;

    /// <summary>Spreads what is tried again.</summary>
    public Random Chance { get; init; } = Random.Shared;

    /// <summary>Whether people of the channel fetch their messages themselves.</summary>
    public bool IsFetched(string channel) => byName.TryGetValue(channel, out var line) && line.Channel.IsFetched;

    /// <param name="stop">What is on its way when this comes has gone out or not: nobody knows.</param>
    public async Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
    {
        if (!byName.TryGetValue(sending.To.Channel, out var line))
            return new Failed($"There is no channel {sending.To.Channel}.", IsPermanent: true) { IsOurs = true };
        // Whom to call is told though the channel rests: nothing is lost by asking it.
        var isUrgent = sending.Message.IsUrgent;
        if (!isUrgent && line.Circuit.Ask(Chance.NextDouble()) is var rest && rest > TimeSpan.Zero)
            return new Throttled(rest);
        var delivery = await HandOverAsync(line.Channel, sending, earlier, stop);
        if (delivery is Throttled { IsOwn: true })
        {
            line.Circuit.TellNothing();
            return delivery;
        }

        if (line.Circuit.Tell(Circuit.IsUp(delivery) || stop.IsCancellationRequested, Chance.NextDouble()))
            log.LogWarning("Channel {Channel} fails and is paused; it is tried again by single messages", line.Channel.Name);
        if (delivery is Throttled { IsForAll: true } tooFast)
            line.Circuit.Hold(tooFast.After);
        // While the channel as a whole is down, no message uses up its tries.
        return delivery is Failed { IsPermanent: false } && line.Circuit.Rest(Chance.NextDouble()) is { } pause
            ? new Throttled(isUrgent && pause > RetrySchedule.Urgent ? RetrySchedule.Urgent : pause)
            : delivery;
    }

    async Task<Delivery> HandOverAsync(IChannel channel, Sending sending, string? earlier, CancellationToken stop)
    {
        try
        {
            Steps.At(Step.Sending);
            return await channel.SendAsync(sending, earlier, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new Unknown("The bot went down while it was sent.");
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Channel {Channel} threw on message {Message}", channel.Name, sending.Id);
            return new Failed(failure.GetType().Name, IsPermanent: false);
        }
    }
}
