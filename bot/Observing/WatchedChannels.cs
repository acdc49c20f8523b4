using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>How the channels are, as this node sees them.</summary>
sealed class WatchedChannels(IEnumerable<IChannel> channels, ChannelWatch watch) : IChannelHealth
{
    public IReadOnlyList<ChannelHealth> All =>
        [.. channels.Select(channel => new ChannelHealth(channel.Name, watch.Of(channel.Name) is { } ailment ? $"{ailment.Id}: {ailment.Says}" : "") { Reports = channel.Reports })];
}
