namespace RbcBot.Core.Conversations;

/// <summary>What the failure of a message tells its conversation: nobody is nudged at an address that is blocked or bad, until she writes from there.</summary>
public static class ClosedDoor
{
    /// <summary>The inbound that tells it, the same however often the failure is heard of; null when the address is not to blame.</summary>
    /// <param name="sending">The message as it stands since.</param>
    public static Inbound? Of(Sending sending) => (sending.State, sending.Class) switch
    {
        (SendState.Blocked, _) => Of(sending, SaidKind.Blocked),
        (SendState.Failed, FailureClass.Address) => Of(sending, SaidKind.Unreachable),
        _ => null,
    };

    static Inbound Of(Sending sending, SaidKind kind) =>
        new(sending.To, $"closed|{sending.Reference}", new Said(kind, ""), sending.Attempts.Count > 0 ? sending.Attempts[^1].At : sending.DueAt);
}
