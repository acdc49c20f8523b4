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

    readonly Lock writing = new();
    readonly object seen = new();

    // Who was killed may have left pages in the log that are not on disk yet: they too must be, before the data file is touched.
    bool isLogDirty = true;
    long confirms;
    volatile Exception? broken;

    /// <summary>How many confirming pages were handed to the log file so far.</summary>
    public long Confirms
    {
        get
        {
            lock (seen)
                return confirms;
        }
    }

    /// <exception cref="IOException">Something could not be written before: what LiteDB believes and what is on disk have parted.</exception>
    public int Read(IDiskFile file, Span<byte> buffer, long position)
    {
        ThrowIfBroken();
        return file.Read(buffer, position);
    }

    public void WriteLog(ReadOnlySpan<byte> page, long position)
    {
        Try(WriteLogPage, page, position);
        lock (seen)
        {
            confirms += page[ConfirmedAt] != 0 ? 1 : 0;
            Monitor.PulseAll(seen);
        }
    }

    public void WriteData(ReadOnlySpan<byte> page, long position) => Try(WriteDataPage, page, position);

    public void FlushData() => Try((_, _) => data.Flush(), [], 0);

    public void SetLength(IDiskFile file, long length) => Try((_, to) => file.SetLength(to), [], length);

    /// <exception cref="IOException">As for Read.</exception>
    public void ThrowIfBroken()
    {
        if (broken is { } failure)
            throw new IOException("The database file could not be written.", failure);
    }

    /// <summary>Waits until the log has as many confirming pages: LiteDB may write them after its Commit returned.</summary>
    public void WaitFor(long count)
    {
        lock (seen)
            while (confirms < count)
            {
                ThrowIfBroken();
                if (!Monitor.Wait(seen, Patience))
                    throw new IOException("LiteDB did not write its log.");
            }
        ThrowIfBroken();
    }

    void WriteLogPage(ReadOnlySpan<byte> page, long position)
    {
        log.Write(page, position);
        isLogDirty = true;
    }

    void WriteDataPage(ReadOnlySpan<byte> page, long position)
    {
        if (isLogDirty)
            log.Flush();
        isLogDirty = false;
        data.Write(page, position);
    }

    // LiteDB's own writer never comes back from a failure, and who waits for it waits for ever: it must not see one.
    // From the first on nothing more is written, so that what is on disk stays whole; who commits or reads is told.
    void Try(PageStream.Writing write, ReadOnlySpan<byte> page, long position)
    {
        lock (writing)
        {
            if (broken is not null)
                return;
            try
            {
                write(page, position);
            }
            catch (Exception failure)
            {
                broken = failure;
            }
        }
    }
}
