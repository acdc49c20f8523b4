using System.Globalization;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>A message in the outbox.</summary>
/// <param name="Number">1, 2, 3 … for the address: the web chat's event number.</param>
/// <param name="Tries">How often it was handed to the channel.</param>
/// <param name="ChannelMessageId">The channel's id once sent; "" before.</param>
public sealed record Sending(
    string Id,
    Address To,
    long Number,
    Outbound Message,
    SendState State,
    int Tries,
    DateTimeOffset DueAt,
    string ChannelMessageId)
{
    /// <summary>What happened on its way, the oldest first; nothing for what went at the first try.</summary>
    public IReadOnlyList<SendAttempt> Attempts { get; init; } = [];

    /// <summary>Our own name of the message, of letters that stand in any address: given along where a channel brings it back, so that its reports find the message even when the channel's id never came. Another each time the message is set on its way anew.</summary>
    public string Reference => Attempts.LastOrDefault(attempt => attempt.IsNewBeginning) is { } beginning
        ? string.Create(CultureInfo.InvariantCulture, $"{Name}.{beginning.At.UtcTicks}")
        : Name;

    /// <summary>The class of its latest failure.</summary>
    public FailureClass Class => (Attempts.Count > 0 ? Attempts[^1].Class : Plain) switch
    {
        // What was given up before there was a class for it.
        FailureClass.Later when SendOrder.IsGivenUp(State) => FailureClass.Exhausted,
        var its => its,
    };

    FailureClass Plain => State switch
    {
        SendState.Blocked => FailureClass.OptedOut,
        SendState.Failed => FailureClass.Never,
        SendState.Unknown => FailureClass.Unknown,
        SendState.Expired => FailureClass.Expired,
        _ => FailureClass.None,
    };

    string Name => Id.Replace('/', '.');
}

/// <summary>Messages that were decided and are on their way.</summary>
public interface IOutbox
{
    /// <summary>Waits for the next pending message that is due, of an address to which nobody is sending; in order for each address, replies before nudges. Messages of fetched channels never come.</summary>
    ValueTask<Sending> NextAsync(CancellationToken stop);

    /// <summary>Writes down what became of it and frees the address. A message that has come further meanwhile stays where it is. The message as it stands then: a report that came before our own mark counts at once.</summary>
    Task<Sending> MarkAsync(Sending sending, Mark mark, CancellationToken stop);

    /// <summary>The same in single words. With retryAt it stays pending until then.</summary>
    Task<Sending> MarkAsync(Sending sending, SendState state, string channelMessageId, string reason, DateTimeOffset? retryAt, CancellationToken stop) =>
        MarkAsync(sending, new Mark(state, channelMessageId, reason, retryAt), stop);

    /// <summary>Takes in what a channel reports of a message that it took; durable on return, however often and in whatever order reports come. The message as it stands then; null when nobody knows it (yet): the report is kept for an hour, for our own mark may come behind it.</summary>
    Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop);

    /// <summary>The messages to an address with a number above, in order.</summary>
    Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop);

    /// <summary>The last messages to an address, at most so many, in order.</summary>
    Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop);

    /// <summary>Completes when a message above the number is there for the address, or when the time is over.</summary>
    Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop);

    /// <summary>The channel's id of the last sent message that a redraw may edit; null when there is none.</summary>
    /// <exception cref="IOException">The store cannot be read now.</exception>
    Task<string?> LastSentAsync(Address to, CancellationToken stop);
}
