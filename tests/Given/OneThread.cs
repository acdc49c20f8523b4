namespace RbcBot.Tests.Given;

/// <summary>Lets what goes on later go on on one thread, in order: with it and a clock of its own a whole program runs the same way each time.</summary>
sealed class OneThread : SynchronizationContext
{
    readonly Queue<(SendOrPostCallback Callback, object? State)> waiting = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (waiting)
            waiting.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs all that can go on now.</summary>
    public void Settle()
    {
        while (Next() is { } next)
            next.Callback(next.State);
    }

    /// <summary>Runs a program in it, until the program has returned.</summary>
    public static void Run(Action<OneThread> program)
    {
        var (before, own) = (Current, new OneThread());
        SetSynchronizationContext(own);
        try
        {
            program(own);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    (SendOrPostCallback Callback, object? State)? Next()
    {
        lock (waiting)
            return waiting.TryDequeue(out var next) ? next : null;
    }
}
