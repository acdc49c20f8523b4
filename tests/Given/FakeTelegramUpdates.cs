using System.Text.Json.Nodes;

namespace RbcBot.Tests.Given;

/// <summary>What happened in the fake Telegram and waits until the bot has taken it.</summary>
sealed class FakeTelegramUpdates
{
    readonly List<(int Id, JsonObject Update)> waiting = [];
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int last = 1000;

    public int Count
    {
        get
        {
            lock (waiting)
                return waiting.Count;
        }
    }

    /// <summary>Gives the update its number and lets it wait.</summary>
    public int Add(JsonObject update)
    {
        lock (waiting)
        {
            update["update_id"] = ++last;
            if (update["message"] is { } message)
                message["message_id"] = last;
            if (update["callback_query"] is { } query)
                query["id"] = $"{last}";
            waiting.Add((last, update));
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return last;
        }
    }

    public void RemoveBelow(int number)
    {
        lock (waiting)
            waiting.RemoveAll(each => each.Id < number);
    }

    /// <summary>As getUpdates does it: a higher offset confirms what is below, an empty queue is waited for.</summary>
    public async Task<IReadOnlyList<JsonObject>> TakeAsync(int offset, int limit, TimeSpan time, CancellationToken stop)
    {
        RemoveBelow(offset);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(time);
        while (true)
        {
            Task change;
            lock (waiting)
            {
                if (waiting.Count > 0 || over.IsCancellationRequested)
                    return [.. waiting.Take(limit).Select(each => each.Update.DeepClone().AsObject())];
                change = changed.Task;
            }
            await change.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
