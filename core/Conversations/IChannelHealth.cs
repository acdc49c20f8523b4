namespace RbcBot.Core.Conversations;

/// <summary>How the channels are, for an operator.</summary>
public interface IChannelHealth
{
    /// <summary>The channels that we send by, each with what is wrong with it.</summary>
    IReadOnlyList<ChannelHealth> All { get; }
}

/// <summary>How one channel is.</summary>
/// <param name="Trouble">What is wrong, with its number in the manual; "" when nothing is.</param>
public sealed record ChannelHealth(string Name, string Trouble)
{
    /// <summary>Whether the provider reports later how far a message came.</summary>
    public bool Reports { get; init; }
}
