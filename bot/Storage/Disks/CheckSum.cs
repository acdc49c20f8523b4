using System.Buffers.Binary;
using System.Numerics;

namespace RbcBot.Bot.Storage.Disks;

/// <summary>CRC-32C (Castagnoli), as the processor computes it: finds what a disk lost or changed.</summary>
static class CheckSum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var rest in bytes)
            sum = BitOperations.Crc32C(sum, rest);
        return ~sum;
    }
}
