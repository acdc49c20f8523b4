using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Some neighbouring runs that become one.</summary>
/// <param name="Sources">The newest first; they stay as they are.</param>
/// <param name="IsOldest">Whether no older run is behind them: then deletions need not be kept.</param>
/// <param name="Number">Of the run that is made of them.</param>
sealed record RunMerge(IReadOnlyList<Run> Sources, bool IsOldest, long Number)
{
    const int RowsBetweenLooks = 1000;

    /// <summary>Writes the run that has all that they have.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is left of it.</exception>
    public Run Write(IDisk disk, CancellationToken stop)
    {
        using var made = new RunWriting(disk, Number, Sources.Sum(source => source.Owners));
        var all = new MergedCursor([.. Sources.Select(source => new RunCursor(source).From([]))]);
        for (var rows = 0L; all.MoveOn(); rows++)
        {
            if (rows % RowsBetweenLooks == 0)
                stop.ThrowIfCancellationRequested();
            if (!IsOldest || (!all.Current.IsDeletion && Leads(all.Current.Key)))
                made.Add(all.Current.Key, all.Current.Row, all.Current.IsDeletion);
        }
        return made.Finish();
    }

    // An entry whose row is gone leads nowhere; one that came again has its entry with it.
    bool Leads(ReadOnlySpan<byte> key) => !RowKey.IsEntry(key) || HasRow(RowIndex.RowOf(key));

    bool HasRow(byte[] key)
    {
        foreach (var source in Sources)
            if (source.TryFind(key, out var row))
                return row is not null;
        return false;
    }
}
