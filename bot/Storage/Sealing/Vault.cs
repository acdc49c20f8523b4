using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Sealing;

/// <summary>Seals what tells who somebody is and what she said: AES-256-GCM, with keys derived from the store's root key and 12 random bytes, and 12 random bytes more for each sealing.</summary>
/// <remarks>So random values never run out, however many rows there are (the construction of XAES-256-GCM). The place is bound in: a sealed value opens nowhere else.</remarks>
sealed class Vault
{
    /// <summary>Bytes of every key.</summary>
    public const int KeyBytes = 32;

    /// <summary>What everything that is sealed begins with.</summary>
    public const byte Version = 2;

    /// <summary>The same of what was sealed before, with a key of its own for each sealing.</summary>
    const byte Before = 1;

    const int NonceBytes = 24, TagBytes = 16, Head = 1 + NonceBytes + TagBytes;
    const int AddressesRemembered = 20_000;
    const int AddressBytes = 16;
    const string Mark = "~1", Report = "report", Attempt = "attempt";

    readonly byte[] index, words;
    readonly SealKeys keys;
    readonly Recent<Address, string> names = new(AddressesRemembered);

    /// <param name="root">32 random bytes that belong to the store for ever.</param>
    public Vault(byte[] root)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(root.Length, KeyBytes);
        (keys, index, words) = (new SealKeys(Derived(root, "rbcbot seal")), Derived(root, "rbcbot addresses"), Derived(root, "rbcbot words"));
    }

    /// <summary>22 letters for an address, by which its rows are found: nobody without the key can tell whose address it is, or try all numbers there are.</summary>
    public string KeyOf(Address address)
    {
        if (names.TryGet(address, out var known))
            return known;
        var name = NameOf(address);
        names.Put(address, name);
        return name;
    }

    /// <summary>Whether what begins with the byte was sealed.</summary>
    public static bool IsSealed(int first) => first is Version or Before;

    string NameOf(Address address)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(index, Encoding.UTF8.GetBytes(address.ToString()), hash);
        return Base64Url.EncodeToString(hash[..AddressBytes]);
    }

    /// <summary>A number for a word by which people are found: the same word gives the same, and nobody without the key can tell which word it is, or try all words there are.</summary>
    public long WordKey(string word)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(words, Encoding.UTF8.GetBytes(word), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <param name="place">Where it will lie: only there it can be opened.</param>
    public byte[] Seal(string place, ReadOnlySpan<byte> plain)
    {
        var bytes = new byte[Head + plain.Length];
        bytes[0] = Version;
        var nonce = bytes.AsSpan(1, NonceBytes);
        var key = keys.Take();
        key.Salt.CopyTo(nonce);
        RandomNumberGenerator.Fill(nonce[SealKeys.SaltBytes..]);
        key.Cipher.Encrypt(nonce[SealKeys.SaltBytes..], plain, bytes.AsSpan(Head), bytes.AsSpan(1 + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        keys.GiveBack(key);
        return bytes;
    }

    /// <exception cref="InvalidDataException">It was sealed elsewhere, with another key, or is damaged.</exception>
    public byte[] Open(string place, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head || !IsSealed(bytes[0]))
            throw new InvalidDataException($"What lies at {place} was not sealed by this version.");
        var nonce = bytes.Slice(1, NonceBytes);
        var plain = new byte[bytes.Length - Head];
        try
        {
            using var cipher = new AesGcm(bytes[0] == Version ? keys.Of(nonce[..SealKeys.SaltBytes]) : keys.Derived(nonce), TagBytes);
            cipher.Decrypt(nonce[SealKeys.SaltBytes..], bytes[Head..], bytes.Slice(1 + NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(place));
            return plain;
        }
        catch (CryptographicException)
        {
            throw new InvalidDataException($"What lies at {place} cannot be opened: it is damaged, or was sealed elsewhere.");
        }
    }

    /// <summary>The same for a text; "" stays "", since it says nothing.</summary>
    public string Seal(string place, string text) =>
        text.Length == 0 ? "" : Mark + Convert.ToBase64String(Seal(place, Encoding.UTF8.GetBytes(text)));

    /// <summary>A text that was sealed; one from before anything was sealed is as it is.</summary>
    public string Open(string place, string text) =>
        IsSealed(text) ? Encoding.UTF8.GetString(Open(place, Convert.FromBase64String(text[Mark.Length..]))) : text;

    /// <summary>What a channel said of a message, its id for it or a reason: several tables hand it to each other.</summary>
    public string SealReport(string text) => Seal(Report, text);

    public string OpenReport(string text) => Open(Report, text);

    /// <summary>Attempts, each line for itself: a database puts them one behind the other.</summary>
    public string SealLines(string lines) => EachLine(lines, line => Seal(Attempt, line));

    public string OpenLines(string lines) => EachLine(lines, line => Open(Attempt, line));

    public static bool IsSealed(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    static string EachLine(string lines, Func<string, string> change) =>
        lines.Length == 0 ? "" : string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => change(line) + "\n"));

    static byte[] Derived(byte[] root, string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, KeyBytes, info: Encoding.UTF8.GetBytes(use));
}
