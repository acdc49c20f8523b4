using System.Globalization;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Copies of the database file, each with all that the journal held up to a record: from a base and the journal after it the database can be made again, as it was at any moment since.</summary>
static class Bases
{
    const string Start = "base-", End = ".db";
    const string NewName = "base-new";
    const int PieceBytes = 1024 * 1024;

    /// <summary>How many are kept: the journal is kept from the older one on.</summary>
    const int Kept = 2;

    public static string NameOf(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{Start}{sequence:D19}{End}");

    /// <summary>The record up to which a base of this name holds all; null when it is none.</summary>
    public static long? SequenceOf(string name) =>
        name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal)
        && long.TryParse(name[Start.Length..^End.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    /// <summary>The bases of a disk, oldest first.</summary>
    public static IReadOnlyList<long> On(IDisk disk) => [.. disk.Names().Select(SequenceOf).OfType<long>().Order()];

    /// <summary>The record up to which the latest base holds all; 0 when there is none, since nothing is in no record.</summary>
    public static long Latest(IDisk disk) => On(disk) is [.., var latest] ? latest : 0;

    /// <summary>Makes a base of the database file, which must be settled, and lets go of what only older ones need.</summary>
    public static void Make(IDisk disk, Journal journal, long sequence)
    {
        try
        {
            Copy(disk, LiteDbFile.DataName, NewName);
        }
        catch
        {
            disk.Delete(NewName); // half a copy only takes the room that is missing
            throw;
        }
        disk.Rename(NewName, NameOf(sequence));
        disk.FlushNames();
        var all = On(disk);
        foreach (var old in all.Take(all.Count - Kept))
            disk.Delete(NameOf(old));
        if (all.Count >= Kept)
            journal.DropUpTo(all[^Kept]);
    }

    /// <summary>Puts the latest base in the place of the database file, or nothing when there is none: what it lacks is in the journal.</summary>
    /// <param name="aside">The name that the file gets which was there.</param>
    public static void Begin(IDisk disk, string aside)
    {
        if (disk.Names().Contains(LiteDbFile.DataName))
            disk.Rename(LiteDbFile.DataName, aside);
        disk.Delete(LiteDbFile.LogName);
        if (On(disk) is [.., var latest])
        {
            Copy(disk, NameOf(latest), NewName);
            disk.Rename(NewName, LiteDbFile.DataName);
        }
        disk.FlushNames();
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
}
