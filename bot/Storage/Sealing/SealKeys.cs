using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace RbcBot.Bot.Storage.Sealing;

/// <summary>Keys for sealing, each derived from a root and 12 random bytes, its salt. To make one costs several times what a sealing costs, so that one seals some thousands of times.</summary>
sealed class SealKeys(byte[] root)
{
    /// <summary>Random bytes that tell the key.</summary>
    public const int SaltBytes = 12;

    const int TagBytes = 16;

    // Far below the 2^32 from which on random values of 12 bytes may come twice under one key.
    const int MostSealings = 4096;

    const int Remembered = 2_000;

    readonly ConcurrentBag<InUse> free = [];
    readonly Recent<UInt128, byte[]> known = new(Remembered);

    /// <summary>A key that nobody else uses until it is given back.</summary>
    public InUse Take() => free.TryTake(out var one) ? one : New();

    public void GiveBack(InUse one)
    {
        if (++one.Sealings < MostSealings)
            free.Add(one);
        else
            one.Cipher.Dispose();
    }

    /// <summary>The key of a salt.</summary>
    public byte[] Of(ReadOnlySpan<byte> salt)
    {
        var number = new UInt128(BinaryPrimitives.ReadUInt64LittleEndian(salt), BinaryPrimitives.ReadUInt32LittleEndian(salt[sizeof(ulong)..]));
        if (known.TryGet(number, out var key))
            return key;
        key = Derived(salt);
        known.Put(number, key);
        return key;
    }

    /// <summary>The key that belongs to some bytes, worked out anew.</summary>
    public byte[] Derived(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(root, bytes);

    InUse New()
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new InUse(salt, new AesGcm(Derived(salt), TagBytes));
    }

    /// <summary>A key that seals.</summary>
    public sealed class InUse(byte[] salt, AesGcm cipher)
    {
        public byte[] Salt => salt;

        /// <summary>For one thread at a time.</summary>
        public AesGcm Cipher => cipher;

        /// <summary>How often it has sealed.</summary>
        public int Sealings { get; set; }
    }
}
