using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Seals a folder from before anything was sealed: all rows into new files beside, which then take the place of the old ones. Killed at any moment, it goes on.</summary>
/// <remarks>New files, since the old ones keep what was deleted in them. The history before is let go: nobody could seal it.</remarks>
static class SealFolder
{
    const string Beside = "sealing", Whole = "whole", Cleared = "cleared";
    const int RowsAtATime = 5_000;

    static readonly string[] OldNames = [LiteDbFile.DataName, LiteDbFile.LogName, "rbcbot-log.db", "rbcbot-new.db", "rbcbot-new.db-pages", "base-new", "rbcbot.condemned", "rbcbot.db-damaged", RunList.Name, RunList.NewName];

    public static bool HasRows(string folder) => new FolderDisk(folder).Names().Any(IsStore);

    public static void Run(StorageOptions options, Vault vault)
    {
        var (folder, beside) = (new FolderDisk(options.Path), Path.Combine(options.Path, Beside));
        if (!File.Exists(Path.Combine(beside, Whole)))
        {
            Forget(options.Path);
            Directory.CreateDirectory(beside);
            Copy(options, folder, new FolderDisk(beside), vault);
            Mark(beside, Whole);
        }
        if (!File.Exists(Path.Combine(beside, Cleared)))
        {
            foreach (var name in folder.Names().Where(IsStore))
                folder.Delete(name);
            folder.FlushNames();
            Mark(beside, Cleared);
        }
        foreach (var name in new FolderDisk(beside).Names().Where(IsStore))
            File.Move(Path.Combine(beside, name), Path.Combine(options.Path, name), overwrite: true);
        folder.FlushNames();
    }

    /// <summary>Takes away what is left of it.</summary>
    public static void Forget(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, Beside)))
            Directory.Delete(Path.Combine(folder, Beside), recursive: true);
    }

    static void Copy(StorageOptions options, IDisk from, IDisk to, Vault vault)
    {
        using var old = new LiteDbStore(null, from, options, TimeProvider.System, isStepped: true, vault);
        var last = old.LastRecord;
        RunList runs;
        using (var files = RowFiles.Open(to, new LiteDbFile(to)))
        {
            foreach (var collection in LiteDbSchema.Collections.Where(name => name != LiteDbSchema.Commits))
                foreach (var rows in new UnsealedRows(old).Sealed(collection, vault).Chunk(RowsAtATime))
                    files.Write(Of(collection, rows));
            files.Write(Of(LiteDbSchema.Rounds, [], last));
            files.Settle();
            runs = files.Runs.Stack.List();
        }
        using var journal = new Journal(to, first: last + 1);
        Bases.Make(to, journal, last, runs);
        journal.Append([], TimeProvider.System.GetUtcNow());
    }

    static Generation Of(string collection, StoredRow[] rows, long last = 0)
    {
        var generation = new Generation();
        generation.Take(last, [.. rows.Select(row => new Change(LiteDbSchema.Place(collection), row.Id, row.Bytes, IsBorn: true))]);
        return generation;
    }

    static bool IsStore(string name) => OldNames.Contains(name) || RunUpgrade.Names.Contains(name) || JournalSegment.NumberOf(name) is not null || Runs.Run.NumberOf(name) is not null || Bases.Owns(name);

    static void Mark(string folder, string name)
    {
        var disk = new FolderDisk(folder);
        using (var mark = disk.Open(name))
            mark.Flush();
        disk.FlushNames();
    }
}
