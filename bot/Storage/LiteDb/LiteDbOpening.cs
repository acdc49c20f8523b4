using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Opens the files beside their journal, makes them again when they are damaged, and brings those of older versions up to date.</summary>
static class LiteDbOpening
{
    const string Condemned = "rbcbot.condemned";
    const string Damaged = "rbcbot.db-damaged";

    /// <exception cref="JournalDamagedException">The files hold what the journal does not.</exception>
    public static RowFiles Open(IDisk disk, Journal journal)
    {
        if (disk.Names().Contains(Condemned) && CanMakeAgain(disk, journal))
            MakeAgain(disk);
        var files = OpenOrMakeAgain(disk, journal);
        if (Math.Max(files.File.Applied, files.Runs.Stack.Applied) is var applied && applied > journal.Last)
        {
            files.Dispose();
            throw new JournalDamagedException("The journal", $"it ends at record {journal.Last}, and the database file holds record {applied}");
        }
        return files;
    }

    public static void Condemn(IDisk disk)
    {
        using (var mark = disk.Open(Condemned))
            mark.Flush();
        disk.FlushNames();
    }

    static RowFiles OpenOrMakeAgain(IDisk disk, Journal journal)
    {
        try
        {
            return OpenUpToDate(disk, journal);
        }
        // Whatever LiteDB stumbles over, it is no fault of the disk: the files themselves are damaged.
        catch (Exception damage) when (damage is not (IOException or StorageTooNewException) && CanMakeAgain(disk, journal))
        {
            Condemn(disk);
            MakeAgain(disk);
            return OpenUpToDate(disk, journal);
        }
    }

    // The journal goes back to the latest base, or to the very beginning.
    static bool CanMakeAgain(IDisk disk, Journal journal) =>
        journal.Segments is [{ } oldest, ..] && oldest.First <= Bases.Latest(disk) + 1;

    static void MakeAgain(IDisk disk)
    {
        Bases.Begin(disk, Damaged);
        disk.Delete(Condemned);
        disk.FlushNames();
    }

    static RowFiles OpenUpToDate(IDisk disk, Journal journal)
    {
        var file = new LiteDbFile(disk);
        if (file.HasTurned)
        {
            Upgrade(disk, journal, file);
            file = new LiteDbFile(disk);
        }
        var files = RowFiles.Open(disk, file);
        if (IsWhole(disk, journal, files))
            return files;
        files.Dispose();
        throw new RunDamagedException(RunList.Name, "it is missing");
    }

    // A base is made of runs that a list on disk names; and what is on disk and what the journal has meet.
    static bool IsWhole(IDisk disk, Journal journal, RowFiles files) =>
        !(files.Runs.Stack.IsNew && Bases.On(disk).Count > 0) && !(journal.Segments is [var oldest, ..] && files.Applied < oldest.First - 1);

    static void Upgrade(IDisk disk, Journal journal, LiteDbFile file)
    {
        using (file)
        {
            if (file.IsOld)
                KeepAsBase(disk, journal, file);
            RunUpgrade.Run(disk, file);
        }
    }

    // Version 1 is the first with a journal: what was there before is its base.
    static void KeepAsBase(IDisk disk, Journal journal, LiteDbFile file)
    {
        file.Checkpoint();
        Bases.Make(disk, journal, file.Applied, runs: null);
        file.Commit(static _ => { }, file.Applied);
        file.Checkpoint();
    }
}
