namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Walks through one run in the order of its keys.</summary>
sealed class RunCursor(Run run)
{
    byte[] buffer = [];
    int block, entries, at, next;

    /// <summary>Whether it stands at an entry.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Valid until it moves.</summary>
    public ReadOnlySpan<byte> Key => RunEntry.Key(buffer.AsSpan(at));

    /// <summary>Valid until it moves; empty for a deletion.</summary>
    public ReadOnlySpan<byte> Row => RunEntry.Row(buffer.AsSpan(at));

    public bool IsDeletion => RunEntry.IsDeletion(buffer.AsSpan(at));

    /// <summary>Goes to the first entry whose key is not smaller.</summary>
    public RunCursor From(ReadOnlySpan<byte> key)
    {
        Enter(run.Blocks == 0 ? 0 : run.BlockOf(key));
        while (IsThere && Key.SequenceCompareTo(key) < 0)
            MoveOn();
        return this;
    }

    public void MoveOn()
    {
        at = next;
        if (at < entries)
            Stand();
        else
            Enter(block + 1);
    }

    void Enter(int which)
    {
        block = which;
        IsThere = which < run.Blocks;
        if (!IsThere)
            return;
        (entries, at) = (run.Read(which, ref buffer), 0);
        Stand();
    }

    void Stand()
    {
        IsThere = true;
        next = at + RunEntry.Length(buffer.AsSpan(at));
    }
}
