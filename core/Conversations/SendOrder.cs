namespace RbcBot.Core.Conversations;

/// <summary>The order of states: a chain, so that the same comes out in whatever order, however late and however often reports come.</summary>
/// <remarks>
/// Only two things go back, and both are decided and not heard: what was held is released, and an operator sends what failed again.
/// Held is above Sent: some providers take a message and say only then that the person spoke too long ago.
/// </remarks>
public static class SendOrder
{
    // What is on a phone is there, whatever else was said about it: so a delivery is above a failure.
    static readonly SendState[] Chain =
    [
        SendState.Pending, SendState.Unknown, SendState.Sent, SendState.Held, SendState.Expired, SendState.Failed, SendState.Blocked, SendState.Delivered, SendState.Read,
    ];

    /// <summary>The states in which a message is given up, unless an operator or a late report has another word.</summary>
    public static readonly IReadOnlyList<SendState> GivenUp = [SendState.Failed, SendState.Blocked, SendState.Expired, SendState.Unknown];

    /// <summary>Whichever is further.</summary>
    public static SendState Further(SendState one, SendState other) => IsBeyond(one, other) ? one : other;

    /// <summary>Whether one is further than the other.</summary>
    public static bool IsBeyond(SendState one, SendState other) => Array.IndexOf(Chain, one) > Array.IndexOf(Chain, other);

    /// <summary>Whether the channel took it and nothing bad was heard since.</summary>
    public static bool HasGone(SendState state) => state is SendState.Sent or SendState.Delivered or SendState.Read;

    /// <summary>Whether it is given up.</summary>
    public static bool IsGivenUp(SendState state) => GivenUp.Contains(state);

    /// <summary>What a report says of the state: a failure means the same as when the channel refuses at once.</summary>
    public static SendState Of(DeliveryReport report) => report.Stage switch
    {
        DeliveryStage.Sent => SendState.Sent,
        DeliveryStage.Delivered => SendState.Delivered,
        DeliveryStage.Read => SendState.Read,
        DeliveryStage.Failed when report.Class == FailureClass.Template => SendState.Held,
        DeliveryStage.Failed when report.Class == FailureClass.OptedOut => SendState.Blocked,
        DeliveryStage.Failed => SendState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(report)),
    };
}
