using System.Diagnostics;
using System.Diagnostics.Metrics;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>What the loop counts and times. Names and channels only: nothing of what people say, nor who they are.</summary>
static class Instruments
{
    public const string Meter = "RbcBot";

    static readonly Meter Own = new(Meter);

    static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    static readonly Counter<long> TakenIn = Own.CreateCounter<long>("rbcbot.inbox.accepted", "{message}", "Messages taken in");
    static readonly Counter<long> Repeated = Own.CreateCounter<long>("rbcbot.inbox.duplicates", "{message}", "Messages that were there already");
    static readonly Counter<long> NotTaken = Own.CreateCounter<long>("rbcbot.inbox.not_taken", "{message}", "Messages that the store did not take");
    static readonly Counter<long> PutAside = Own.CreateCounter<long>("rbcbot.inbox.set_aside", "{message}", "Messages set aside, by why: failed turns, or unreadable");
    static readonly Histogram<double> LaneWaits = Own.CreateHistogram("rbcbot.lane.wait", "s", "From the acceptance of a message to the beginning of its turn", null, Seconds);
    static readonly Histogram<double> TurnTimes = Own.CreateHistogram("rbcbot.turn.time", "s", "Load, decision and commit of one turn", null, Seconds);
    static readonly Counter<long> FailedTurns = Own.CreateCounter<long>("rbcbot.turn.failures", "{turn}", "Turns that threw, each try counted");
    static readonly Histogram<double> CommitTimes = Own.CreateHistogram("rbcbot.commit.time", "s", "Until a turn is on disk", null, Seconds);
    static readonly Counter<long> Decided = Own.CreateCounter<long>("rbcbot.outbox.decided", "{message}", "Messages put into the outbox");
    static readonly Counter<long> Sends = Own.CreateCounter<long>("rbcbot.sends", "{message}", "Messages handed to a channel, by what became of them");
    static readonly Counter<long> Failures = Own.CreateCounter<long>("rbcbot.send.failures", "{message}", "Messages that a channel did not take, by class");
    static readonly Histogram<double> SendTimes = Own.CreateHistogram("rbcbot.send.time", "s", "Until the channel answered", null, Seconds);
    static readonly Counter<long> Segments = Own.CreateCounter<long>("rbcbot.sms.segments", "{segment}", "Segments that messages were sent and paid for as; long when a message took more than two");
    static readonly Counter<long> Due = Own.CreateCounter<long>("rbcbot.reminders.fired", "{reminder}", "Reminders put into the inbox");

    static readonly Counter<long> Kept = Own.CreateCounter<long>("rbcbot.refused", "{request}", "Requests that the gate refused, by door and why");
    static readonly Counter<long> Broken = Own.CreateCounter<long>("rbcbot.csp.violations", "{report}", "Reports of browsers that a page's policy kept them from something");

    public static void Accepted(string channel, bool isNew) => (isNew ? TakenIn : Repeated).Add(1, Channel(channel));

    public static void Refused(string channel) => NotTaken.Add(1, Channel(channel));

    /// <param name="why">failed or unreadable.</param>
    public static void SetAside(string channel, string why) => PutAside.Add(1, Channel(channel), new("why", why));

    /// <param name="door">hook, chat or page.</param>
    /// <param name="why">rate, elsewhere or unsigned.</param>
    public static void KeptOut(string door, string why) => Kept.Add(1, new("door", door), new("why", why));

    public static void PolicyBroken() => Broken.Add(1);

    public static void LaneWaited(TimeSpan time) => LaneWaits.Record(Math.Max(0, time.TotalSeconds));

    public static void TurnDone(long since) => TurnTimes.Record(Since(since));

    public static void TurnFailed() => FailedTurns.Add(1);

    /// <param name="replies">Messages that went into the outbox with it.</param>
    public static void Committed(long since, string channel, int replies)
    {
        CommitTimes.Record(Since(since));
        Decided.Add(replies, Channel(channel));
    }

    /// <summary>A turn is on disk whose message did not wait.</summary>
    public static void TookAtOnce(long since, string channel, int replies)
    {
        LaneWaited(TimeSpan.Zero);
        Committed(since, channel, replies);
    }

    public static void Sent(long since, string channel, Delivery? delivery)
    {
        SendTimes.Record(Since(since), Channel(channel));
        Sends.Add(1, Channel(channel), new("outcome", Outcome(delivery)));
        if (delivery is not (null or Core.Conversations.Sent))
            Failures.Add(1, Channel(channel), new("class", FailureClasses.Of(delivery).ToString().ToLowerInvariant()));
    }

    /// <summary>A channel reported later that a message failed.</summary>
    public static void Reported(string channel, FailureClass its) => Failures.Add(1, Channel(channel), new("class", its.ToString().ToLowerInvariant()));

    /// <param name="isTooLong">Whether the message took more segments than are wise.</param>
    public static void Segmented(string channel, int segments, bool isTooLong) => Segments.Add(segments, Channel(channel), new("long", isTooLong));

    public static void Fired(int reminders) => Due.Add(reminders);

    /// <param name="delivery">Null when the channel threw.</param>
    public static string Outcome(Delivery? delivery) => delivery switch
    {
        Core.Conversations.Sent => "sent",
        Blocked => "blocked",
        Throttled => "throttled",
        Unknown => "unknown",
        WindowClosed => "held",
        _ => "failed",
    };

    static KeyValuePair<string, object?> Channel(string word) => new("channel", word);

    static double Since(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalSeconds;
}
