using System.Buffers.Binary;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Which runs count, and up to which record of the journal they hold all.</summary>
/// <param name="Next">The number of the next run.</param>
/// <param name="Numbers">Of the runs, the newest first.</param>
/// <remarks>On disk: mark, numbers of eight bytes, CRC-32C. Written under another name and then renamed, so that it is there whole or as it was.</remarks>
sealed record RunList(long Applied, long Next, IReadOnlyList<long> Numbers)
{
    /// <summary>The list of the runs that the store works with.</summary>
    public const string Name = "rows.list";

    /// <summary>A list on its way to the disk.</summary>
    public const string NewName = "rows.list-new";

    const int Head = 8, Numbered = 3;

    public static RunList Empty { get; } = new(0, 1, []);

    static ReadOnlySpan<byte> Mark => "RBCLIST1"u8;

    /// <summary>The list of that name; null when there is none.</summary>
    /// <exception cref="RunDamagedException">It is not what was written.</exception>
    public static RunList? Read(IDisk disk, string name)
    {
        if (!disk.Names().Contains(name))
            return null;
        using var file = disk.Open(name);
        var bytes = new byte[file.Length];
        var content = bytes.Length - sizeof(uint);
        if (file.Read(bytes, 0) < bytes.Length || content < Head + (Numbered * sizeof(long)) || !bytes.AsSpan().StartsWith(Mark)
            || CheckSum.Of(bytes.AsSpan(0, content)) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(content)))
            throw new RunDamagedException(name, "it is not what was written");
        return new RunList(NumberAt(bytes, 0), NumberAt(bytes, 1), [.. Enumerable.Range(Numbered, (int)NumberAt(bytes, 2)).Select(at => NumberAt(bytes, at))]);
    }

    /// <summary>Writes it; durable on return.</summary>
    public void Write(IDisk disk, string name)
    {
        using (var file = disk.Open(NewName))
        {
            file.SetLength(0);
            file.Write(Bytes(), 0);
            file.Flush();
        }
        disk.Rename(NewName, name);
        disk.FlushNames();
    }

    byte[] Bytes()
    {
        long[] numbers = [Applied, Next, Numbers.Count, .. Numbers];
        var bytes = new byte[Head + (numbers.Length * sizeof(long)) + sizeof(uint)];
        Mark.CopyTo(bytes);
        foreach (var (at, number) in numbers.Index())
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(Head + (at * sizeof(long))), number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(uint)), CheckSum.Of(bytes.AsSpan(0, bytes.Length - sizeof(uint))));
        return bytes;
    }

    static long NumberAt(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(Head + (at * sizeof(long))));
}
