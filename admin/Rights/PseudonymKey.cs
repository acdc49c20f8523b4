using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Admin.Rights;

/// <summary>The secret behind pseudonyms: with it they can be led back to people, without it they cannot.</summary>
public sealed class PseudonymKey(byte[] secret)
{
    /// <summary>Fewest bytes of the secret.</summary>
    public const int LeastBytes = 32;

    const int Letters = 16;

    readonly byte[] secret = secret.Length >= LeastBytes ? [.. secret] : throw new ArgumentException($"A key has {LeastBytes} bytes or more.", nameof(secret));

    /// <summary>The same for the same value and purpose; for another purpose another.</summary>
    public string Of(string purpose, string value) =>
        "x" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{purpose.Length}:{purpose}|{value}")))[..(Letters - 1)];
}
