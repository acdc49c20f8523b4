using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Opens the database file beside its journal, makes it again when it is damaged, and brings one from before there was a journal up to date.</summary>
static class LiteDbOpening
{
    const string Condemned = "rbcbot.condemned";
    const string Damaged = "rbcbot.db-damaged";

    /// <exception cref="JournalDamagedException">The file holds what the journal does not.</exception>
    public static LiteDbFile Open(IDisk disk, Journal journal)
    {
        if (disk.Names().Contains(Condemned) && CanMakeAgain(disk, journal))
            MakeAgain(disk);
        var file = OpenOrMakeAgain(disk, journal);
        try
        {
            if (file.Applied > journal.Last)
                throw new JournalDamagedException("The journal", $"it ends at record {journal.Last}, and the database file holds record {file.Applied}");
            if (file.IsOld)
                BringUpToDate(disk, journal, file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static void Condemn(IDisk disk)
    {
        using (var mark = disk.Open(Condemned))
            mark.Flush();
        disk.FlushNames();
    }

    static LiteDbFile OpenOrMakeAgain(IDisk disk, Journal journal)
    {
        try
        {
            return new LiteDbFile(disk);
        }
        // Whatever LiteDB stumbles over, it is no fault of the disk: the file itself is damaged.
        catch (Exception damage) when (damage is not (IOException or StorageTooNewException) && CanMakeAgain(disk, journal))
        {
            MakeAgain(disk);
            return new LiteDbFile(disk);
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

    // Version 1 is the first with a journal: what was there before is its base.
    static void BringUpToDate(IDisk disk, Journal journal, LiteDbFile file)
    {
        file.Checkpoint();
        Bases.Make(disk, journal, file.Applied);
        file.Commit(static _ => { }, file.Applied);
        file.Checkpoint();
    }
}
