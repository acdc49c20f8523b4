namespace RbcBot.Bot.Storage;

/// <summary>Wakes those who wait for a message to an address.</summary>
sealed class ArrivalBell(TimeProvider clock)
{
    readonly Lock gate = new();
    readonly Dictionary<string, List<TaskCompletionSource>> waiting = [];

    public void Ring(string key)
    {
        List<TaskCompletionSource>? woken;
        lock (gate)
            waiting.Remove(key, out woken);
        woken?.ForEach(one => one.TrySetResult());
    }

    /// <summary>Wakes everybody: something may have come that nobody told us of.</summary>
    public void RingAll()
    {
        List<string> keys;
        lock (gate)
            keys = [.. waiting.Keys];
        keys.ForEach(Ring);
    }

    /// <summary>Completes when the bell rings for the key, at once when it is there already, at the latest when the time is over.</summary>
    public async Task WaitAsync(string key, Func<ValueTask<bool>> isThere, TimeSpan time, CancellationToken stop)
    {
        var one = Enter(key);
        try
        {
            var rung = one.Task.WaitAsync(time, clock, stop);
            // Looked at after entering: what arrives in between rings.
            if (await isThere())
                one.TrySetResult();
            await rung;
        }
        catch (TimeoutException)
        {
            // Nothing came: that is an answer too.
        }
        finally
        {
            Leave(key, one);
        }
    }

    TaskCompletionSource Enter(string key)
    {
        var one = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (!waiting.TryGetValue(key, out var others))
                waiting[key] = others = [];
            others.Add(one);
        }
        return one;
    }

    void Leave(string key, TaskCompletionSource one)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(key, out var others) && others.Remove(one) && others.Count == 0)
                waiting.Remove(key);
        }
    }
}
