namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Walks through several runs at once in the order of keys; of a key that several have, the newest entry counts.</summary>
/// <param name="newestFirst">Each where it shall begin.</param>
sealed class MergedCursor(IReadOnlyList<RunCursor> newestFirst)
{
    RunCursor? current;

    /// <summary>Valid until it moves.</summary>
    /// <exception cref="InvalidOperationException">It stands at none.</exception>
    public RunCursor Current => current ?? throw new InvalidOperationException("There is no entry here.");

    /// <summary>Goes to the next entry; false when there is none.</summary>
    public bool MoveOn()
    {
        Leave();
        foreach (var one in newestFirst)
            if (one.IsThere && (current is null || one.Key.SequenceCompareTo(current.Key) < 0))
                current = one;
        return current is not null;
    }

    void Leave()
    {
        if (current is not { } left)
            return;
        foreach (var one in newestFirst)
            if (one != left && one.IsThere && one.Key.SequenceEqual(left.Key))
                one.MoveOn();
        left.MoveOn();
        current = null;
    }
}
