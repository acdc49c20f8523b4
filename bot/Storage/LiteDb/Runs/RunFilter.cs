using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Tells whose rows a run certainly does not have (a Bloom filter): one owner in sixty is looked for in vain.</summary>
/// <remarks>All bits of an owner lie in one line of the processor's memory, so that asking costs one wait.</remarks>
sealed class RunFilter
{
    const int BitsPerOwner = 10, BitsOfOwner = 6;
    const int LineWords = 8, LineBits = LineWords * 64, BitOfLine = 9;

    readonly ulong[] words;

    RunFilter(ulong[] words) => this.words = words;

    /// <param name="owners">At most so many will be in it.</param>
    public static RunFilter For(long owners) => new(new ulong[checked((int)((owners * BitsPerOwner / LineBits) + 1) * LineWords)]);

    public static RunFilter Of(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, ulong>(bytes).ToArray());

    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(words.AsSpan());

    public void Add(ReadOnlySpan<byte> owner)
    {
        var hash = Hash(owner);
        var line = Line(hash);
        for (var bit = 0; bit < BitsOfOwner; bit++, hash = BitOperations.RotateRight(hash, BitOfLine))
            line[(int)(hash % LineBits) / 64] |= 1UL << (int)(hash % 64);
    }

    public bool MayHave(ReadOnlySpan<byte> owner)
    {
        var hash = Hash(owner);
        var line = Line(hash);
        for (var bit = 0; bit < BitsOfOwner; bit++, hash = BitOperations.RotateRight(hash, BitOfLine))
            if ((line[(int)(hash % LineBits) / 64] & (1UL << (int)(hash % 64))) == 0)
                return false;
        return true;
    }

    // The line is chosen by other bits than those within it.
    Span<ulong> Line(ulong hash) => words.AsSpan((int)Math.BigMul(Mixed(hash), (ulong)(words.Length / LineWords), out _) * LineWords, LineWords);

    // It lies on disk: so it must stay what it is.
    static ulong Hash(ReadOnlySpan<byte> owner)
    {
        var hash = (ulong)owner.Length;
        for (; owner.Length >= sizeof(ulong); owner = owner[sizeof(ulong)..])
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(owner));
        foreach (var rest in owner)
            hash = Mixed(hash ^ rest);
        return Mixed(hash);
    }

    // The last step of splitmix64.
    static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
