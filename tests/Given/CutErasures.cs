using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Tests.Given;

/// <summary>Fails at a call, as if the process had been killed there.</summary>
sealed class CutErasures(IErasedRows rows, int at) : IErasedRows
{
    int calls;

    public Task<IReadOnlyList<ErasedRow>> ListAsync(CancellationToken stop) => rows.ListAsync(stop);

    public Task PutAsync(ErasedRow row, CancellationToken stop) => Cut(() => rows.PutAsync(row, stop));

    public Task EndAsync(ErasedRow row, AuditEntry? note, CancellationToken stop) => Cut(() => rows.EndAsync(row, note, stop));

    public Task<IReadOnlyList<Conversation>> FindAsync(IReadOnlySet<string> names, DateTimeOffset before, CancellationToken stop) => rows.FindAsync(names, before, stop);

    public Task EraseAsync(Erasure erasure, CancellationToken stop) => rows.EraseAsync(erasure, stop);

    public async Task<bool> SweepAsync(ErasedRow row, bool isOver, CancellationToken stop)
    {
        var isGone = false;
        await Cut(async () => isGone = await rows.SweepAsync(row, isOver, stop));
        return isGone;
    }

    public Task LetGoAsync(CancellationToken stop) => Cut(() => rows.LetGoAsync(stop));

    Task Cut(Func<Task> work) => ++calls == at ? Task.FromException(new IOException("killed")) : work();
}
