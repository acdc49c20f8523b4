using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>What cannot be read is counted when it is set aside.</summary>
sealed class MeasuredAside(IAside aside) : IAside
{
    public Task<IReadOnlyList<SetAside>> PageAsync(bool isLatestFirst, int skipped, int most, CancellationToken stop) => aside.PageAsync(isLatestFirst, skipped, most, stop);

    public Task<int> CountAsync(CancellationToken stop) => aside.CountAsync(stop);

    public async Task KeepUnreadAsync(string channel, ReadOnlyMemory<byte> payload, string reason, CancellationToken stop)
    {
        await aside.KeepUnreadAsync(channel, payload, reason, stop);
        Instruments.SetAside(channel, "unreadable");
    }

    public Task<bool> ReplayAsync(string id, CancellationToken stop) => aside.ReplayAsync(id, stop);
}
