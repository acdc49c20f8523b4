namespace RbcBot.Core.Conversations;

/// <summary>What a channel tells later about a message that it took. Reports come late, twice and in any order.</summary>
/// <param name="Channel">The channel's word, such as whatsapp.</param>
/// <param name="ChannelMessageId">The channel's id of the message.</param>
/// <param name="Stage">How far it came.</param>
/// <param name="Reason">Of a failure, with the provider's code; "" else.</param>
/// <param name="At">When, by the channel's clock where it has one.</param>
public sealed record DeliveryReport(string Channel, string ChannelMessageId, DeliveryStage Stage, string Reason, DateTimeOffset At)
{
    /// <summary>Of a failure, what kind it is; None else, and when the reason tells nothing.</summary>
    public FailureClass Class { get; init; }

    /// <summary>Our own name of the message, see <see cref="Sending.Reference"/>; "" when the provider brings none back.</summary>
    public string Reference { get; init; } = "";
}

/// <summary>How far a message came, in order: a later stage is never taken back by an earlier one.</summary>
public enum DeliveryStage { Sent, Delivered, Read, Failed }
