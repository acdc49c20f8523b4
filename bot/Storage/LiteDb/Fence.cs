using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>
/// What must be on disk before what, so that the database file is whole after any cut. LiteDB 5.0.20 leaves this to chance; here the
/// whole log is on disk before the data file is touched, and pages of the log count only up to the first that is not whole.
/// </summary>
/// <param name="log">With check sums: a page that confirms a transaction counts only when all pages before it do.</param>
sealed class Fence(IDiskFile data, IDiskFile log)
{
    const int ConfirmedAt = 18;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Lock flushing = new();
    readonly object seen = new();
    volatile bool isLogDirty;
    long confirms;
    Exception? broken;

    /// <summary>How many confirming pages were handed to the log file so far.</summary>
    public long Confirms
    {
        get
        {
            lock (seen)
                return confirms;
        }
    }

    public void WriteLog(ReadOnlySpan<byte> page, long position)
    {
        var isConfirming = page[ConfirmedAt] != 0;
        try
        {
            log.Write(page, position);
            isLogDirty = true;
        }
        catch (Exception failure)
        {
            Say(isConfirming: false, failure);
            throw;
        }
        Say(isConfirming, null);
    }

    public void WriteData(ReadOnlySpan<byte> page, long position)
    {
        FlushLog();
        data.Write(page, position);
    }

    public void FlushData() => data.Flush();

    public void FlushLog()
    {
        lock (flushing)
        {
            if (!isLogDirty)
                return;
            isLogDirty = false;
            log.Flush();
        }
    }

    /// <summary>Waits until the log has as many confirming pages: LiteDB may write them after its Commit returned.</summary>
    public void WaitFor(long count)
    {
        lock (seen)
            while (confirms < count)
            {
                if (broken is not null || !Monitor.Wait(seen, Patience))
                    throw new IOException("The log could not be written.", broken);
            }
    }

    void Say(bool isConfirming, Exception? failure)
    {
        lock (seen)
        {
            confirms += isConfirming ? 1 : 0;
            broken ??= failure;
            Monitor.PulseAll(seen);
        }
    }
}
