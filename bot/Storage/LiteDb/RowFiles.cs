using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Where rows lie that the journal does not have alone any more: those that turns change in runs, all others in LiteDB's file. Written by one thread only; read by any.</summary>
sealed class RowFiles(LiteDbFile file, RunStack stack) : IDisposable
{
    const int MostLogPages = 1000, MostUnsettled = 4;

    /// <summary>LiteDB's file.</summary>
    public LiteDbFile File => file;

    /// <summary>The rows in runs.</summary>
    public RunRows Runs { get; } = new(stack);

    /// <summary>Sequence of the last record of the journal that is wholly in both.</summary>
    public long Applied => Math.Min(file.Applied, stack.Applied);

    /// <summary>Whether a read failed, or opening them again did: then they must be opened again.</summary>
    public bool IsSuspect => file.IsSuspect || stack.IsSuspect;

    /// <param name="file">Closed when the runs cannot be opened.</param>
    /// <exception cref="RunDamagedException">A run cannot be read.</exception>
    public static RowFiles Open(IDisk disk, LiteDbFile file)
    {
        try
        {
            return new RowFiles(file, new RunStack(disk));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Brings a generation of rows into them. It may be lost by a power cut, never in part; after an exception they must be opened again.</summary>
    public void Write(Generation generation)
    {
        Runs.Write(generation);
        Moves.Write(file, generation);
    }

    /// <summary>Whether so much was written that it should be settled.</summary>
    /// <param name="isIdle">Whether nothing else is to be done.</param>
    public bool IsSettlingDue(bool isIdle) => isIdle ? file.LogPages > 0 || stack.IsUnsettled : file.LogPages > MostLogPages || stack.Unsettled >= MostUnsettled;

    /// <summary>Makes durable what was written.</summary>
    /// <exception cref="IOException">It is not; they must be opened again.</exception>
    public void Settle()
    {
        stack.Settle();
        file.Checkpoint();
    }

    /// <summary>Closes whatever state they are in and opens what is on disk. Runs can be read once they are shown.</summary>
    public void Reopen()
    {
        stack.Close();
        file.Reopen();
        stack.Open();
    }

    public void Dispose()
    {
        file.Dispose();
        stack.Dispose();
    }
}
