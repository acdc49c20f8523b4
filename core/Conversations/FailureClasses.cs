namespace RbcBot.Core.Conversations;

/// <summary>The class of what a channel answered.</summary>
public static class FailureClasses
{
    /// <summary>The class of a delivery.</summary>
    public static FailureClass Of(Delivery delivery) => delivery switch
    {
        Sent => FailureClass.None,
        Throttled => FailureClass.Later,
        Blocked => FailureClass.OptedOut,
        WindowClosed => FailureClass.Template,
        Unknown => FailureClass.Unknown,
        Failed { IsOurs: true } => FailureClass.Alert,
        Failed { IsAddress: true } => FailureClass.Address,
        Failed { IsPermanent: true } => FailureClass.Never,
        Failed => FailureClass.Later,
        _ => throw new ArgumentOutOfRangeException(nameof(delivery)),
    };
}
