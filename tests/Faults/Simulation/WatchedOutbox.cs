using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The store's outbox, watched.</summary>
sealed class WatchedOutbox(IOutbox outbox, Witness witness) : IOutbox
{
    public ValueTask<Sending> NextAsync(CancellationToken stop) => outbox.NextAsync(stop);

    public Task<Sending> MarkAsync(Sending sending, Mark mark, CancellationToken stop) => witness.SeeAsync(
            outbox.MarkAsync(sending, mark, stop),
            (ledger, _) => ledger.Marked(sending, mark.State), ledger => ledger.NotMarked(sending, mark.State));

    public Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop) => outbox.ReportAsync(report, stop);

    public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop) => outbox.AfterAsync(to, number, stop);

    public Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop) => outbox.LastAsync(to, most, stop);

    public Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop) => outbox.WaitAsync(to, number, time, stop);

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) => outbox.LastSentAsync(to, stop);
}
