using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Outbox;

/// <summary>One channel's fuse: after some failures in a row nothing goes through it but one probe at a time, after waits that grow. Safe for many threads.</summary>
sealed class Circuit(TimeProvider clock)
{
    /// <summary>Failures in a row, whosever messages they were: at a sender's pace they take far less than 5 seconds.</summary>
    public const int MostFailures = 5;

    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    const int MostDoublings = 6;

    readonly Lock gate = new();
    int failures;
    int pauses;
    long since;
    TimeSpan pause;
    bool isProbing;
    long heldSince;
    TimeSpan held;

    /// <summary>Whether the channel answered, whatever it said.</summary>
    public static bool IsUp(Delivery delivery) => delivery is not (Unknown or Failed { IsPermanent: false });

    /// <summary>Zero when a message may go, as a probe perhaps: then tell how it went. Else how long it must rest.</summary>
    /// <param name="chance">0 to 1: spreads what waits, so that a backlog does not come back at once.</param>
    public TimeSpan Ask(double chance)
    {
        lock (gate)
        {
            if (held - clock.GetElapsedTime(heldSince) is var rest && rest > TimeSpan.Zero)
                return rest * (1 + chance / 4);
            if (failures < MostFailures)
                return TimeSpan.Zero;
            if (isProbing || Left > TimeSpan.Zero)
                return Spread(chance);
            isProbing = true;
            return TimeSpan.Zero;
        }
    }

    /// <summary>How long a message that has failed shall rest; null when the channel works and the message has to answer for itself.</summary>
    public TimeSpan? Rest(double chance)
    {
        lock (gate)
            return failures < MostFailures ? null : Spread(chance);
    }

    /// <summary>Takes in how it went; true when this opened the circuit.</summary>
    /// <param name="isUp">Whether the channel answered, whatever it said.</param>
    public bool Tell(bool isUp, double chance)
    {
        lock (gate)
        {
            failures = isUp ? 0 : failures + 1;
            if (isUp)
                pauses = 0;
            else if (failures == MostFailures || isProbing)
                Pause(chance);
            isProbing = false;
            return failures == MostFailures;
        }
    }

    /// <summary>What was let through did not go after all: nobody knows more than before.</summary>
    public void TellNothing()
    {
        lock (gate)
            isProbing = false;
    }

    /// <summary>The provider said too fast and meant all: nothing goes before the time is over.</summary>
    public void Hold(TimeSpan time)
    {
        lock (gate)
            (heldSince, held) = (clock.GetTimestamp(), time);
    }

    TimeSpan Left => pause - clock.GetElapsedTime(since);

    TimeSpan Spread(double chance) => (Left > Shortest ? Left : Shortest) * (1 + chance);

    // 1, 2, 4 … 60 seconds, each a quarter shorter or longer.
    void Pause(double chance)
    {
        var full = TimeSpan.FromSeconds(1 << Math.Min(pauses++, MostDoublings));
        (since, pause) = (clock.GetTimestamp(), (full < Longest ? full : Longest) * (0.75 + chance / 2));
    }
}
