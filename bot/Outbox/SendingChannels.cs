using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Outbox;

/// <summary>The channels by name; a channel that throws has failed, the loop has not.</summary>
sealed class SendingChannels(IEnumerable<IChannel> all, TimeProvider clock, ILogger<SendingChannels> log)
{
    readonly Dictionary<string, IChannel> byName = all.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    public TimeProvider Clock => clock;

    public async Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
    {
        if (!byName.TryGetValue(sending.To.Channel, out var channel))
            return new Failed($"There is no channel {sending.To.Channel}.", IsPermanent: true);
        try
        {
            return await channel.SendAsync(sending.To, sending.Message, earlier, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogError(failure, "Channel {Channel} threw on message {Message}", channel.Name, sending.Id);
            return new Failed(failure.GetType().Name, IsPermanent: false);
        }
    }
}
