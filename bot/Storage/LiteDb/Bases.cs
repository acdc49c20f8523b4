using System.Globalization;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>
/// Copies of the files, each with all that the journal held up to a record: from a base and the journal after it they can be made again, as they were at
/// any moment since. A base is LiteDB's file, a list of runs, and copies of those; of a run that several bases list there is one copy.
/// </summary>
static class Bases
{
    const string Start = "base-", End = ".db", ListEnd = ".list";
    const string NewName = "base-new";
    const int PieceBytes = 1024 * 1024;

    /// <summary>How many are kept: the journal is kept from the older one on.</summary>
    const int Kept = 2;

    public static string NameOf(long sequence) => Named(sequence, End);

    /// <summary>The record up to which a base of this name holds all; null when it is none.</summary>
    public static long? SequenceOf(string name) => Sequence(name, End);

    /// <summary>Whether a file of this name belongs to a base.</summary>
    public static bool Owns(string name) => Sequence(name, End) is not null || Sequence(name, ListEnd) is not null || RunOf(name) is not null;

    /// <summary>The bases of a disk, oldest first.</summary>
    public static IReadOnlyList<long> On(IDisk disk) => [.. disk.Names().Select(SequenceOf).OfType<long>().Order()];

    /// <summary>The record up to which the latest base holds all; 0 when there is none, since nothing is in no record.</summary>
    public static long Latest(IDisk disk) => On(disk) is [.., var latest] ? latest : 0;

    /// <summary>Names of the files of a base.</summary>
    public static IEnumerable<string> FilesOf(IDisk disk, long sequence)
    {
        // One from before there were runs has no list.
        if (RunList.Read(disk, Named(sequence, ListEnd)) is { } list)
            foreach (var name in list.Numbers.Select(CopyOf).Append(Named(sequence, ListEnd)))
                yield return name;
        yield return NameOf(sequence);
    }

    /// <summary>Makes a base of the files, which must be settled, and lets go of what only older ones need.</summary>
    /// <param name="runs">Which runs belong to it; null when the file is from before there were any.</param>
    public static void Make(IDisk disk, Journal journal, long sequence, RunList? runs)
    {
        foreach (var number in (runs?.Numbers ?? []).Where(number => !disk.Names().Contains(CopyOf(number))))
            Bring(disk, Run.NameOf(number), CopyOf(number));
        runs?.Write(disk, Named(sequence, ListEnd));
        Bring(disk, LiteDbFile.DataName, NameOf(sequence));
        disk.FlushNames();
        var all = On(disk);
        foreach (var old in all.Take(all.Count - Kept))
            disk.Delete(NameOf(old));
        Forget(disk);
        if (all.Count >= Kept)
            journal.DropUpTo(all[^Kept]);
    }

    /// <summary>Puts the latest base in the place of the files, or nothing when there is none: what they lack is in the journal.</summary>
    /// <param name="aside">The name that LiteDB's file gets which was there.</param>
    public static void Begin(IDisk disk, string aside)
    {
        if (disk.Names().Contains(LiteDbFile.DataName))
            disk.Rename(LiteDbFile.DataName, aside);
        foreach (var name in disk.Names().Where(name => name is LiteDbFile.LogName or RunList.Name || Run.NumberOf(name) is not null))
            disk.Delete(name);
        if (On(disk) is [.., var latest])
        {
            if (RunList.Read(disk, Named(latest, ListEnd)) is { } list)
            {
                foreach (var number in list.Numbers)
                    Bring(disk, CopyOf(number), Run.NameOf(number));
                list.Write(disk, RunList.Name);
            }
            Bring(disk, NameOf(latest), LiteDbFile.DataName);
        }
        disk.FlushNames();
    }

    // Lists without their base, and copies that no list names.
    static void Forget(IDisk disk)
    {
        var all = On(disk);
        foreach (var name in disk.Names().Where(name => Sequence(name, ListEnd) is { } sequence && !all.Contains(sequence)))
            disk.Delete(name);
        var needed = all.SelectMany(sequence => RunList.Read(disk, Named(sequence, ListEnd))?.Numbers ?? []).ToHashSet();
        foreach (var name in disk.Names().Where(name => RunOf(name) is { } number && !needed.Contains(number)))
            disk.Delete(name);
    }

    // Under another name until it is whole.
    static void Bring(IDisk disk, string from, string to)
    {
        try
        {
            Copy(disk, from, NewName);
        }
        catch
        {
            disk.Delete(NewName); // half a copy only takes the room that is missing
            throw;
        }
        disk.Rename(NewName, to);
    }

    static void Copy(IDisk disk, string from, string to)
    {
        using var source = disk.Open(from);
        using var copy = disk.Open(to);
        copy.SetLength(0);
        var piece = new byte[PieceBytes];
        for (var at = 0L; source.Read(piece, at) is > 0 and var count; at += count)
            copy.Write(piece.AsSpan(0, count), at);
        copy.Flush();
    }

    static string Named(long sequence, string end) => string.Create(CultureInfo.InvariantCulture, $"{Start}{sequence:D19}{end}");

    static long? Sequence(string name, string end) =>
        name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal) && name.Length > Start.Length + end.Length
        && long.TryParse(name[Start.Length..^end.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    static string CopyOf(long number) => Start + Run.NameOf(number);

    static long? RunOf(string name) => name.StartsWith(Start, StringComparison.Ordinal) ? Run.NumberOf(name[Start.Length..]) : null;
}
