using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>All runs of a store: what a newer one says of a row counts. Changed by one thread only; read by any.</summary>
sealed class RunStack : IDisposable
{
    readonly IDisk disk;
    readonly ReaderWriterLockSlim gate = new();
    readonly HashSet<Run> notFlushed = [];
    readonly List<Run> left = [];
    IReadOnlyList<Run>? runs;
    long next = 1, settled;
    volatile bool isSuspect, isHidden;

    /// <exception cref="RunDamagedException">A run cannot be read.</exception>
    public RunStack(IDisk disk)
    {
        this.disk = disk;
        Open();
    }

    /// <summary>Sequence of the last record of the journal that is wholly in them.</summary>
    public long Applied { get; private set; }

    /// <summary>Whether there was never a list: the rows lie elsewhere, or there are none.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Whether a read failed, or opening them did: then they must be opened again.</summary>
    public bool IsSuspect => isSuspect || isHidden;

    /// <summary>Whether there is anything that a cut of the power would take away.</summary>
    public bool IsUnsettled => Unsettled > 0 || left.Count > 0 || settled != Applied || IsNew;

    /// <summary>How many runs a cut of the power would take away.</summary>
    public int Unsettled => notFlushed.Count;

    /// <summary>The runs, the newest first.</summary>
    /// <exception cref="IOException">They are closed.</exception>
    public IReadOnlyList<Run> All => runs ?? throw new IOException("The runs are closed.");

    /// <summary>Looks into them.</summary>
    /// <exception cref="IOException">They cannot be read now.</exception>
    public T Read<T>(Func<IReadOnlyList<Run>, T> look)
    {
        gate.EnterReadLock();
        if (isHidden)
        {
            gate.ExitReadLock();
            throw new IOException("The runs are not all there.");
        }
        try
        {
            return look(All);
        }
        catch (Exception failure) when (failure is RunDamagedException or IOException)
        {
            isSuspect = true;
            throw failure as IOException ?? new IOException("Rows could not be read.", failure);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>Adds a run over those that are there. It may be lost by a power cut, never in part.</summary>
    /// <param name="owners">At most so many owners' rows are written.</param>
    /// <param name="applied">Sequence up to which the journal is in them with this.</param>
    public void Add(Action<RunWriting> write, long owners, long applied)
    {
        using var writing = new RunWriting(disk, next++, owners);
        write(writing);
        var run = writing.Finish();
        notFlushed.Add(run);
        Change([run, .. All]);
        Applied = applied;
    }

    /// <summary>What is in them is there up to the record already: nothing of it concerned them.</summary>
    public void Pass(long applied) => Applied = applied;

    /// <summary>Makes all of it durable.</summary>
    /// <exception cref="IOException">It is not; they must be opened again.</exception>
    public void Settle()
    {
        // A flush that failed once took something away, and the next one would not tell.
        if (isSuspect)
            throw new IOException("The runs are not what was written.");
        isSuspect = true;
        foreach (var run in notFlushed)
            run.Flush();
        disk.FlushNames();
        List().Write(disk, RunList.Name);
        notFlushed.Clear();
        (IsNew, settled) = (false, Applied);
        foreach (var run in left)
            disk.Delete(Run.NameOf(run.Number));
        left.Clear();
        isSuspect = false;
    }

    /// <summary>What a list of them says now.</summary>
    public RunList List() => new(Applied, next, [.. All.Select(run => run.Number)]);

    /// <summary>The runs that are due to become one; null when none are.</summary>
    public RunMerge? Due()
    {
        if (RunTiers.Due([.. All.Select(run => run.Bytes)]) is not var (first, count))
            return null;
        return new RunMerge([.. All.Skip(first).Take(count)], first + count == All.Count, next++);
    }

    /// <summary>All runs, to become one; null when one alone is all there is, in which nothing is of before.</summary>
    public RunMerge? Whole() => All.Count > 1 ? new RunMerge(All, true, next++) : null;

    /// <summary>Puts the run that was made of some in their place; false when they are not there any more.</summary>
    public bool Replace(RunMerge merge, Run made)
    {
        var all = runs ?? [];
        var first = all.Index().Where(one => one.Item == merge.Sources[0]).Select(one => one.Index).FirstOrDefault(-1);
        if (first < 0 || !all.Skip(first).Take(merge.Sources.Count).SequenceEqual(merge.Sources))
        {
            made.Dispose();
            disk.Delete(Run.NameOf(made.Number));
            return false;
        }
        notFlushed.Add(made);
        notFlushed.ExceptWith(merge.Sources);
        left.AddRange(merge.Sources);
        Change([.. all.Take(first), made, .. all.Skip(first + merge.Sources.Count)]);
        Close(merge.Sources);
        return true;
    }

    /// <summary>Closes whatever state they are in: nobody can read.</summary>
    public void Close()
    {
        isHidden = true;
        Close(Change(null));
        notFlushed.Clear();
        left.Clear();
    }

    /// <summary>Opens what is on disk. It may be less than was read before: nobody else can read until what is lacking is there again, and they are shown.</summary>
    public void Open()
    {
        var list = RunList.Read(disk, RunList.Name);
        IsNew = list is null;
        list ??= RunList.Empty;
        Forget(list);
        List<Run> opened = [];
        try
        {
            foreach (var number in list.Numbers)
                opened.Add(Run.Open(disk, number));
        }
        catch
        {
            Close(opened);
            throw;
        }
        (Applied, settled, next) = (list.Applied, list.Applied, Math.Max(next, list.Next));
        isSuspect = false;
        Change(opened);
    }

    /// <summary>Lets everybody read.</summary>
    public void Show() => isHidden = false;

    public void Dispose()
    {
        Close(Change(null));
        gate.Dispose();
    }

    // Of what was begun and never listed nothing counts. Who was killed may have left a list that is not the disk's yet: then the former one needs what this one does not.
    void Forget(RunList list)
    {
        disk.FlushNames();
        foreach (var name in disk.Names().Where(name => Run.NumberOf(name) is { } number && !list.Numbers.Contains(number)))
            disk.Delete(name);
    }

    IReadOnlyList<Run> Change(IReadOnlyList<Run>? now)
    {
        gate.EnterWriteLock();
        var before = runs ?? [];
        runs = now;
        gate.ExitWriteLock();
        isSuspect |= now is null;
        return before;
    }

    static void Close(IEnumerable<Run> some)
    {
        foreach (var run in some)
            run.Dispose();
    }
}
