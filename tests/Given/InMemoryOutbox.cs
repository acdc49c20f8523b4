using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>An outbox that people fetch from: enough for the web chat.</summary>
sealed class InMemoryOutbox : IOutbox
{
    readonly List<Sending> all = [];
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says something to the address.</summary>
    public void Say(Address to, Outbound message)
    {
        lock (all)
        {
            var number = all.Count(each => each.To == to) + 1;
            all.Add(new Sending($"{to}/{number}", to, number, message, SendState.Sent, 1, default, ""));
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop)
    {
        lock (all)
            return Task.FromResult<IReadOnlyList<Sending>>([.. all.Where(each => each.To == to && each.Number > number)]);
    }

    public Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop)
    {
        lock (all)
            return Task.FromResult<IReadOnlyList<Sending>>([.. all.Where(each => each.To == to).TakeLast(most)]);
    }

    public async Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(time);
        while (!over.IsCancellationRequested)
        {
            Task change;
            lock (all)
            {
                if (all.Any(each => each.To == to && each.Number > number))
                    return;
                change = changed.Task;
            }
            await change.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        stop.ThrowIfCancellationRequested();
    }

    public ValueTask<Sending> NextAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop) => throw new NotSupportedException();

    public Task<Sending> MarkAsync(Sending sending, Mark mark, CancellationToken stop) =>
        throw new NotSupportedException();

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) => throw new NotSupportedException();
}
