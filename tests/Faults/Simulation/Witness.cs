using RbcBot.Tests.Faults.Cuts;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Stands beside one life of the bot and tells the ledger what was confirmed while it lived; what is confirmed to nobody is no confirmation.</summary>
sealed class Witness(Ledger ledger, CutDisk disk)
{
    /// <summary>What the checker found first; kept, because the bot catches whatever its parts throw.</summary>
    public CheckFailedException? Fault { get; private set; }

    public void Tell(Action<Ledger> happened)
    {
        if (disk.IsGone)
            return;
        try
        {
            happened(ledger);
        }
        catch (CheckFailedException fault)
        {
            Fault ??= fault;
            throw;
        }
    }

    /// <summary>The middle itself failed, which no fault around it excuses.</summary>
    public void Blame(Exception failure) => Fault ??= new CheckFailedException($"the decision threw {failure}");

    /// <param name="notDone">The store did not confirm it, or nobody was there any more to hear it.</param>
    public async Task<T> SeeAsync<T>(Task<T> write, Action<Ledger, T> done, Action<Ledger> notDone)
    {
        try
        {
            var result = await write;
            Tell(known => done(known, result));
            if (disk.IsGone)
                notDone(ledger);
            return result;
        }
        catch (IOException)
        {
            notDone(ledger);
            throw;
        }
    }

    public async Task SeeAsync(Task write, Action<Ledger> done, Action<Ledger> notDone) =>
        await SeeAsync(TrueAsync(write), (known, _) => done(known), notDone);

    static async Task<bool> TrueAsync(Task write)
    {
        await write;
        return true;
    }
}
