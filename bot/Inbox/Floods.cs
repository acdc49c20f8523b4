using RbcBot.Core.People;

namespace RbcBot.Bot.Inbox;

/// <summary>Counts what each person says in a minute. Beyond the limit the rest of the minute is closed to her: who writes without end slows nobody.</summary>
sealed class Floods(InboxOptions options, TimeProvider clock)
{
    /// <summary>People counted in one minute, which bounds the memory to some 20 MB; the inbox itself stops a crowd that is larger.</summary>
    const int MostPeople = 100_000;
    const int MinuteSeconds = 60;

    readonly Lock gate = new();
    readonly Dictionary<Address, int> counts = [];
    long minute;

    /// <summary>Counts a message; null when it may be taken, else the minute that is closed to its person.</summary>
    public ClosedMinute? Count(Address from)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            Turn(seconds / MinuteSeconds);
            if (!counts.TryGetValue(from, out var count) && counts.Count >= MostPeople)
                return null;
            counts[from] = count + 1;
            return count < options.MessagesPerMinute ? null : new ClosedMinute(minute, MinuteSeconds - (int)(seconds % MinuteSeconds));
        }
    }

    void Turn(long current)
    {
        if (current == minute)
            return;
        counts.Clear();
        minute = current;
    }
}

/// <summary>A minute in which somebody said too much.</summary>
/// <param name="Number">Minutes since 1970.</param>
/// <param name="SecondsLeft">1 to 60.</param>
sealed record ClosedMinute(long Number, int SecondsLeft);
