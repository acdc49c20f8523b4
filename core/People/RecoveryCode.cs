using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Core.People;

/// <summary>A code on paper that stands in once for the second factor.</summary>
public static class RecoveryCode
{
    /// <summary>How many an account gets.</summary>
    public const int Count = 10;

    /// <summary>Bytes of chance that make a code.</summary>
    public const int ChanceBytes = 12;

    const int Group = 4;

    /// <summary>Rounds of PBKDF2: 60 bits and these rounds are more than whoever reads the store can try.</summary>
    const int Rounds = 10_000;

    /// <summary>Crockford's base32: what looks alike is read alike.</summary>
    const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code that the chance makes, as it is shown: 7KQ2-M4XP-09TB.</summary>
    public static string Of(ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chance.Length, ChanceBytes);
        var code = new StringBuilder();
        for (var place = 0; place < ChanceBytes; place++)
            code.Append(place > 0 && place % Group == 0 ? "-" : "").Append(Letters[chance[place] % Letters.Length]);
        return code.ToString();
    }

    /// <summary>What is kept of a code, as it was made or as it was typed.</summary>
    /// <param name="owner">Salts it.</param>
    public static string Hash(AccountId owner, string written)
    {
        var code = string.Concat(written.Where(letter => letter is not (' ' or '-')).Select(Alike));
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes("recovery " + owner.Value), Rounds, HashAlgorithmName.SHA256, 16));
    }

    /// <summary>Whether it has the length of one; anything else is not worth hashing.</summary>
    public static bool HasShape(string written) => written.Count(letter => letter is not (' ' or '-')) == ChanceBytes;

    static char Alike(char letter) => char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var its => its };
}
