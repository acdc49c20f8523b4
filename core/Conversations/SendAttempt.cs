namespace RbcBot.Core.Conversations;

/// <summary>Something that happened to a message on its way: a try, a report, a decision.</summary>
/// <param name="Channel">The channel's word.</param>
/// <param name="State">Where it stood afterwards.</param>
/// <param name="Reason">The provider's, with its code; "" when there is none.</param>
public sealed record SendAttempt(DateTimeOffset At, string Channel, SendState State, FailureClass Class, string Reason)
{
    /// <summary>So many are kept of one message: the latest.</summary>
    public const int Most = 12;

    /// <summary>The reason when an operator had it sent again.</summary>
    public const string SentAgain = "sent again by hand";

    /// <summary>The reason when it was held and the person spoke.</summary>
    public const string Released = "the person spoke";

    /// <summary>Whether it was set on its way anew.</summary>
    public bool IsNewBeginning => State == SendState.Pending && Class == FailureClass.None;

    /// <summary>One more behind the others. What repeats itself, as waiting does, is kept once.</summary>
    public static IReadOnlyList<SendAttempt> Added(IReadOnlyList<SendAttempt> earlier, SendAttempt latest)
    {
        var isRepeat = earlier.Count > 0 && earlier[^1] with { At = latest.At } == latest && latest.Class == FailureClass.Later;
        return [.. earlier.Take(isRepeat ? earlier.Count - 1 : earlier.Count).TakeLast(Most - 1), latest];
    }
}
