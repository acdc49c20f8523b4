using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>What the store has set aside, watched.</summary>
sealed class WatchedAside(IAside aside, Witness witness) : IAside
{
    public Task<IReadOnlyList<SetAside>> PageAsync(bool isLatestFirst, int skipped, int most, CancellationToken stop) => aside.PageAsync(isLatestFirst, skipped, most, stop);

    public Task<int> CountAsync(CancellationToken stop) => aside.CountAsync(stop);

    public Task KeepUnreadAsync(string channel, ReadOnlyMemory<byte> payload, string reason, CancellationToken stop)
    {
        var bytes = Convert.ToHexString(payload.Span);
        return witness.SeeAsync(
            aside.KeepUnreadAsync(channel, payload, reason, stop), ledger => ledger.KeptUnread(bytes), ledger => ledger.NotKeptUnread(bytes));
    }

    public async Task<bool> ReplayAsync(string id, CancellationToken stop)
    {
        var inbound = (await aside.ListAsync(stop)).First(one => one.Id == id).Inbound ?? throw new CheckFailedException("what cannot be read is not replayed");
        return await witness.SeeAsync(
            aside.ReplayAsync(id, stop), (ledger, isThere) => ledger.Replayed(Account.KeyOf(inbound), isThere), ledger => ledger.NotReplayed(Account.KeyOf(inbound)));
    }
}
