using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels;

/// <summary>Where messages to a provider wait for their moments: when one comes, whoever is first in line goes, replies before nudges; and never more within a second than allowed, though moments come late and together.</summary>
/// <param name="perSecond">What the provider allows.</param>
sealed class Turnstile(int perSecond, TimeProvider clock)
{
    /// <summary>A second as the provider counts it, with what the network takes longer for one message than for the next.</summary>
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1.01);

    static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>How often we look whether those who passed have left, when none left within the second.</summary>
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    readonly Lock door = new();
    readonly PriorityQueue<Waiter, (Precedence Precedence, long Number)> line = new();
    readonly Queue<long> gone = [];
    long number;
    int passed;

    /// <summary>Completes when the message may go: it then counts until it has left, and a second more.</summary>
    /// <param name="wait">Until the moment that was reserved: when it comes, another may go in this one's place, and this one at another's.</param>
    public Task PassAsync(TimeSpan wait, Precedence precedence, CancellationToken stop)
    {
        var waiter = new Waiter();
        lock (door)
        {
            if (wait < Least && line.Count == 0 && Late() <= TimeSpan.Zero)
            {
                passed++;
                return Task.CompletedTask;
            }
            line.Enqueue(waiter, (precedence, number++));
        }

        _ = CallAsync(wait);
        return AwaitAsync(waiter, stop);
    }

    /// <summary>One goes without waiting: it counts, and those behind it wait longer.</summary>
    public void Pass()
    {
        lock (door)
            passed++;
    }

    /// <summary>One that passed leaves, or does not go after all.</summary>
    public void Leave()
    {
        lock (door)
        {
            passed--;
            gone.Enqueue(clock.GetTimestamp());
        }
    }

    /// <summary>One that left asks its provider once more.</summary>
    public void LeaveAgain()
    {
        lock (door)
            gone.Enqueue(clock.GetTimestamp());
    }

    // Each moment calls one, and each that waits has a moment: who gives up leaves his to the others.
    async Task CallAsync(TimeSpan wait)
    {
        do
            await Task.Delay(wait, clock);
        while ((wait = Call()) > TimeSpan.Zero);
    }

    async Task AwaitAsync(Waiter waiter, CancellationToken stop)
    {
        await using var over = stop.Register(() =>
        {
            if (Settle(waiter))
                waiter.Turn.SetCanceled(stop);
        });
        await waiter.Turn.Task;
    }

    /// <summary>Lets the first go; else how long nobody may.</summary>
    TimeSpan Call()
    {
        Waiter? first;
        lock (door)
        {
            if (Late() is var late && late > TimeSpan.Zero)
                return late;
            do
                if (!line.TryDequeue(out first, out _))
                    return TimeSpan.Zero;
            while (!Settle(first));
            passed++;
        }
        first.Turn.SetResult();
        return TimeSpan.Zero;
    }

    TimeSpan Late()
    {
        while (gone.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Second)
            gone.Dequeue();
        if (gone.Count + passed < perSecond)
            return TimeSpan.Zero;
        // Timers know whole milliseconds.
        return gone.TryPeek(out var first) ? Second - clock.GetElapsedTime(first) + Least : Glance;
    }

    /// <summary>Settles what becomes of it, once; false when that is settled already.</summary>
    bool Settle(Waiter waiter)
    {
        lock (door)
            return !waiter.IsOver && (waiter.IsOver = true);
    }

    sealed class Waiter
    {
        /// <summary>Completed outside the door: what waits goes on there and then.</summary>
        public TaskCompletionSource Turn { get; } = new();

        /// <summary>Whether it goes, or has given up.</summary>
        public bool IsOver { get; set; }
    }
}
