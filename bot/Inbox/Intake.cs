using System.Globalization;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Inbox;

/// <summary>The way of the channels into the inbox: is there room, and is it not too much from one person?</summary>
/// <param name="aid">Null where nobody is to be told whom to call when a text of danger is not taken: benches and simulations.</param>
/// <param name="prompt">Null when the store knows no turns but those of the inbox.</param>
sealed class Intake(IInbox inbox, Floods floods, IHostApplicationLifetime life, FirstAid? aid = null, PromptTurn? prompt = null)
{
    /// <summary>After which time a channel may bring again what was not taken: soon enough that nobody notices, late enough that the lanes get on.</summary>
    public const int SecondsUntilLessBusy = 3;

    /// <summary>Whether a channel that brings its messages again shall take none: too many wait, or the bot is going down.</summary>
    public bool IsClosed => inbox.IsFull || life.ApplicationStopping.IsCancellationRequested;

    /// <summary>For channels that can ask one person to wait: seconds until she may send again; null when the message may be taken.</summary>
    public int? SecondsToWait(Address from) => floods.Count(from)?.SecondsLeft;

    /// <summary>Durable on return, however often it comes.</summary>
    /// <exception cref="InboxClosedException">It is to be brought again.</exception>
    public Task AcceptAsync(Inbound inbound, CancellationToken stop) => aid is null ? TakeAsync(inbound, stop) : aid.WatchAsync(inbound, TakeAsync(inbound, stop));

    /// <summary>What the person has to be shown at once though her words were not taken; null mostly.</summary>
    /// <param name="language">Hers; null when nobody knows it.</param>
    public Outbound? AidFor(Inbound inbound, Language? language = null) => aid?.CardFor(inbound, language);

    /// <summary>For channels that cannot ask a person to wait: in the place of a message too many it is taken that there was one, once a minute.</summary>
    public Task AcceptMeasuredAsync(Inbound inbound, CancellationToken stop) => AcceptAsync(
        inbound.Said.Kind is not (SaidKind.Blocked or SaidKind.Unblocked) && floods.Count(inbound.From) is { } closed
            ? new Inbound(inbound.From, string.Create(CultureInfo.InvariantCulture, $"fast|{closed.Number}"), Said.Due("fast"), inbound.At)
            : inbound,
        stop);

    async Task TakeAsync(Inbound inbound, CancellationToken stop)
    {
        if (IsClosed)
            throw new InboxClosedException();
        Steps.At(Step.Accepting);
        if (prompt is not null && await prompt.TryAsync(inbound))
            return;
        await inbox.AcceptAsync(inbound, stop);
        if (inbox.IsBehind && aid is not null)
            await aid.ShowAsync(inbound);
    }

    /// <summary>Says 503 and when to come again.</summary>
    public static int Refuse(HttpResponse response)
    {
        response.Headers.RetryAfter = SecondsUntilLessBusy.ToString(CultureInfo.InvariantCulture);
        return response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
