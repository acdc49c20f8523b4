using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The store's inbox, watched.</summary>
sealed class WatchedInbox(IInbox inbox, Witness witness) : IInbox
{
    public bool IsFull => inbox.IsFull;

    public Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop) => witness.SeeAsync(
        inbox.AcceptAsync(inbound, stop), (ledger, isNew) => ledger.Accepted(inbound, isNew), ledger => ledger.NotAccepted(inbound));

    public async ValueTask<Waiting> NextAsync(CancellationToken stop)
    {
        var waiting = await inbox.NextAsync(stop);
        witness.Tell(ledger => ledger.Took(waiting));
        return waiting;
    }

    public Task ReleaseAsync(Waiting waiting, CancellationToken stop)
    {
        witness.Tell(ledger => ledger.Released(waiting));
        return inbox.ReleaseAsync(waiting, stop);
    }

    public Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) => inbox.UnhandledAsync(stop);

    public Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop)
    {
        var silence = new Turn(Conversation.New(waiting.Person, waiting.Inbound.From), [], [], []);
        return witness.SeeAsync(
            inbox.SetAsideAsync(waiting, reason, stop),
            ledger => ledger.Committed(waiting.Inbound, silence, reason), ledger => ledger.NotCommitted(waiting.Inbound, silence, reason));
    }
}
