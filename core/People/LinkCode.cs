using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Core.People;

/// <summary>The code that joins two talks of one person: asked for in one, written in the other.</summary>
/// <remarks>A digit, a letter and six of either, in Crockford's base32: no word, no number and no date is one, and what is alike is read alike. 37 bits; docs/decisions/0026.</remarks>
public static class LinkCode
{
    /// <summary>How long a code is good; docs/sources.md#linking.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Bytes of chance that make a code.</summary>
    public const int ChanceBytes = 8;

    const int Length = 8;
    const int Half = Length / 2;

    /// <summary>Rounds of PBKDF2: with them all codes take longer to try than one of them lives.</summary>
    const int Rounds = 10_000;

    const string FirstDigits = "23456789";
    const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ";
    const string All = "0123456789" + Letters;

    static readonly byte[] Salt = "rbcbot link code"u8.ToArray();

    /// <summary>The code that the chance makes, as it is shown: 7KQ2-M4XP.</summary>
    public static string Of(ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chance.Length, ChanceBytes);
        var code = new StringBuilder(Length + 1);
        for (var place = 0; place < Length; place++)
        {
            var from = place switch { 0 => FirstDigits, 1 => Letters, _ => All };
            code.Append(from[chance[place] % from.Length]);
        }
        return code.Insert(Half, '-').ToString();
    }

    /// <summary>The code that is the whole of what was written, as it is shown; null when it has not the shape of one.</summary>
    public static string? Read(string words)
    {
        var code = string.Concat(words.Where(letter => letter is not (' ' or '-')).Select(Alike));
        return code.Length == Length && FirstDigits.Contains(code[0]) && Letters.Contains(code[1]) && code.All(letter => All.Contains(letter))
            ? code.Insert(Half, "-")
            : null;
    }

    /// <summary>What is kept of a code.</summary>
    public static string Hash(string code) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), Salt, Rounds, HashAlgorithmName.SHA256, 16));

    static char Alike(char letter) => char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var its => its };
}
