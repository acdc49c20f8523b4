using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>How messages fared, for an operator: what was given up, what a person got, and a second chance.</summary>
public interface IDeliveries
{
    /// <summary>Messages that were given up, the latest first, at most so many.</summary>
    /// <param name="only">Those of one class; null for all.</param>
    Task<IReadOnlyList<Undelivered>> GivenUpAsync(FailureClass? only, int most, CancellationToken stop);

    /// <summary>How many messages were given up, of each channel and class that has any.</summary>
    Task<IReadOnlyList<GivenUpCount>> GivenUpCountsAsync(CancellationToken stop);

    /// <summary>The latest messages to a person over all channels, the latest first, at most so many.</summary>
    Task<IReadOnlyList<Undelivered>> OfPersonAsync(PersonId person, int most, CancellationToken stop);

    /// <summary>How many messages of each channel wait to be sent, and how many are held until the person speaks.</summary>
    Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken stop);

    /// <summary>Puts a message that was given up at the end of its address's queue again, as if it had never been tried; it expires no more. False when it is not given up (any more).</summary>
    /// <param name="evenUnknown">Whether it goes even when nobody knows whether it arrived: the person may get it twice.</param>
    Task<bool> ResendAsync(string id, bool evenUnknown, CancellationToken stop);
}

/// <summary>A message and whom it was for.</summary>
/// <param name="Reason">Why it stands where it stands; "" when there is nothing to say.</param>
public sealed record Undelivered(PersonId Person, Sending Sending, string Reason)
{
    /// <summary>How long the report of a message is waited for of which nobody knows whether it arrived, before somebody should decide about it: they come within seconds mostly, and minutes when a provider is struggling.</summary>
    public static readonly TimeSpan ReportWait = TimeSpan.FromMinutes(15);

    public FailureClass Class => Sending.Class;

    /// <summary>Whether a report may well still tell what became of it.</summary>
    public bool MayBeTold(DateTimeOffset now) => Sending.State == SendState.Unknown && (now - At).Duration() < ReportWait;

    /// <summary>When it got where it stands.</summary>
    public DateTimeOffset At => Sending.Attempts.Count > 0 ? Sending.Attempts[^1].At : Sending.DueAt;
}

/// <summary>How much of a channel waits.</summary>
public sealed record QueueDepth(string Channel, int Pending, int Held);

/// <summary>How much of a channel was given up for one kind of failure.</summary>
public sealed record GivenUpCount(string Channel, FailureClass Class, int Count);
