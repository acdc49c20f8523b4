using System.Collections.Concurrent;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>An outbox that only keeps what channels report: enough for their webhooks.</summary>
sealed class KeptReports : IOutbox
{
    readonly ConcurrentQueue<DeliveryReport> reports = [];

    public IReadOnlyList<DeliveryReport> Reports => [.. reports];

    public Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop)
    {
        reports.Enqueue(report);
        return Task.FromResult<Sending?>(null);
    }

    public ValueTask<Sending> NextAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<Sending> MarkAsync(Sending sending, Mark mark, CancellationToken stop) => throw new NotSupportedException();

    public Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop) => throw new NotSupportedException();

    public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop) => throw new NotSupportedException();

    public Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop) => throw new NotSupportedException();

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) => throw new NotSupportedException();
}
