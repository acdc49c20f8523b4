using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage;

/// <summary>The channels that report later how far a message came.</summary>
static class ReportingChannels
{
    /// <summary>Asked for at the first use only: channels are made after the stores.</summary>
    public static Func<string, bool> Of(IServiceProvider all)
    {
        var names = new Lazy<HashSet<string>>(() => [.. all.GetServices<IChannel>().Where(channel => channel.Reports).Select(channel => channel.Name)]);
        return channel => names.Value.Contains(channel);
    }
}
