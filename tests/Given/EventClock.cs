namespace RbcBot.Tests.Given;

/// <summary>A clock without waiting: time goes from one thing that is due to the next, each at its own moment; two at one moment in the order in which they were set. For one thread.</summary>
sealed class EventClock(DateTimeOffset from) : TimeProvider
{
    readonly PriorityQueue<(Alarm Alarm, long Setting), (long Due, long Number)> due = new();
    long ticks = from.UtcTicks;
    long number;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(ticks, TimeSpan.Zero);

    public override long GetTimestamp() => ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>It happens in so much time.</summary>
    public void In(TimeSpan time, Action happens) => CreateTimer(_ => happens(), null, time, Timeout.InfiniteTimeSpan);

    /// <summary>Goes to the next thing that is due and lets it happen; false when nothing is due until then, at which the clock stands now.</summary>
    public bool Step(DateTimeOffset until)
    {
        while (due.TryPeek(out var next, out var at) && at.Due <= until.UtcTicks)
        {
            due.Dequeue();
            if (next.Setting != next.Alarm.Setting)
                continue;
            ticks = Math.Max(ticks, at.Due);
            next.Alarm.Ring();
            return true;
        }
        ticks = Math.Max(ticks, until.UtcTicks);
        return false;
    }

    /// <summary>Time passes, and all happens that is due.</summary>
    public void Advance(TimeSpan time)
    {
        for (var until = GetUtcNow() + time; Step(until);)
        {
        }
    }

    sealed class Alarm(EventClock clock, TimerCallback callback, object? state) : ITimer
    {
        TimeSpan every;

        /// <summary>Which setting counts: an earlier one is passed over when its time comes.</summary>
        public long Setting { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (every, Setting) = (period, Setting + 1);
            if (dueTime >= TimeSpan.Zero)
                clock.due.Enqueue((this, Setting), (clock.ticks + dueTime.Ticks, clock.number++));
            return true;
        }

        public void Ring()
        {
            if (every > TimeSpan.Zero)
                Change(every, every);
            callback(state);
        }

        public void Dispose() => Setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
