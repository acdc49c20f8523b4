using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Given;

/// <summary>Keeps what was put in, each (address, external id) once; nobody takes it out.</summary>
sealed class RecordingInbox : IInbox
{
    public List<Inbound> Accepted { get; } = [];

    public bool IsFull { get; set; }

    public Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop)
    {
        if (Accepted.Any(known => known.From == inbound.From && known.ExternalId == inbound.ExternalId))
            return Task.FromResult(false);
        Accepted.Add(inbound);
        return Task.FromResult(true);
    }

    public ValueTask<Waiting> NextAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task ReleaseAsync(Waiting waiting, CancellationToken stop) => throw new NotSupportedException();

    public Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop) => throw new NotSupportedException();
}
