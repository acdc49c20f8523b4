namespace RbcBot.Admin.Shared;

/// <summary>Work that takes longer than somebody waits for: it goes on when she looks elsewhere, and tells how far it is.</summary>
/// <param name="owner">Sign-in name of who began it: nobody else sees it.</param>
/// <param name="title">Text key of what is done.</param>
/// <param name="all">How many steps it has.</param>
/// <param name="run">Does it, telling each step, and says at which of our addresses the outcome is.</param>
public sealed class LongWork(string owner, string title, int all, Func<Action<int>, CancellationToken, Task<string>> run)
{
    int done;

    /// <summary>Cannot be guessed.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public string Owner => owner;

    public string Title => title;

    public int All => all;

    public int Done => Volatile.Read(ref done);

    /// <summary>Where the outcome is; null until then.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Whether it broke off; what was done so far stays done.</summary>
    public bool IsBroken { get; private set; }

    public bool IsOver => Outcome is not null || IsBroken;

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            Outcome = await run(steps => Interlocked.Add(ref done, steps), stop);
        }
        finally
        {
            IsBroken = Outcome is null;
        }
    }
}
