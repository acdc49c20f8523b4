namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What a LiteDB store tells who watches over it.</summary>
sealed class LiteDbFigures(LiteDbStore store, LiteDbInbox inbox, LiteDbOutbox outbox, StorageOptions options) : IStoreFigures, IStoreHealth
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Task<StoreFigures> ReadAsync(CancellationToken stop) => Task.FromResult(new StoreFigures(
        inbox.Count, inbox.WaitingSince, outbox.Count, store.All(LiteDbSchema.Aside, "at").Count, store.JournalBytes, store.Commits));

    public async Task<StoreTrouble?> AskAsync(CancellationToken stop)
    {
        try
        {
            // A write of nothing shows that the writer is at work; whether the disk takes anything, only the disk can tell.
            await store.WriteAsync(static _ => { }, stop).WaitAsync(Patience, stop);
            return !TakesBytes() ? StoreTrouble.ReadOnly : store.Trouble is null ? null : StoreTrouble.Struggling;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return StoreTrouble.Broken;
        }
    }

    bool TakesBytes()
    {
        try
        {
            using var probe = new FileStream(Path.Combine(options.Path, "rbcbot.probe"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
            probe.WriteByte(1);
            probe.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
