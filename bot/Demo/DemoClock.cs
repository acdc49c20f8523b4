namespace RbcBot.Bot.Demo;

/// <summary>A clock that the demo moves: it begins months ago, jumps from day to day and ends at the present, where it goes on as any clock.</summary>
sealed class DemoClock(TimeProvider real) : TimeProvider
{
    /// <summary>While the demo plays, a second of ours is so many of theirs: a conversation takes minutes, not milliseconds.</summary>
    const int Speed = 90;

    readonly Lock gate = new();
    DateTimeOffset shown = real.GetUtcNow();
    DateTimeOffset since = real.GetUtcNow();
    int speed = 1;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return shown + ((real.GetUtcNow() - since) * speed);
    }

    /// <summary>Shows this moment from now on, running at the demo's speed. Never goes back behind what it showed.</summary>
    public void Jump(DateTimeOffset moment)
    {
        lock (gate)
            (shown, since, speed) = (moment, real.GetUtcNow(), Speed);
    }

    /// <summary>Back to the present.</summary>
    public void ToPresent()
    {
        lock (gate)
            (shown, since, speed) = (real.GetUtcNow(), real.GetUtcNow(), 1);
    }
}
