using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Core.People;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds and six digits, which is what all apps know.</summary>
public static class Totp
{
    /// <summary>Bytes of a secret (RFC 4226, section 4: at least 128 bits, 160 recommended).</summary>
    public const int SecretBytes = 20;

    /// <summary>How long one code stands.</summary>
    public const int StepSeconds = 30;

    /// <summary>Steps before and after now whose code is taken as well: clocks differ, and typing takes time (RFC 6238, section 5.2).</summary>
    const int Drift = 1;

    const int Digits = 6;
    const int Modulus = 1_000_000;
    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the 30 seconds.</summary>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238 as authenticator apps do it; HMAC does not need SHA-1 to be free of collisions.")]
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % Modulus).ToString("D" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, near now and after the last one that was used; null when it is none.</summary>
    /// <param name="written">As it was typed, spaces and all.</param>
    public static long? Read(ReadOnlySpan<byte> secret, string written, long lastStep, DateTimeOffset now)
    {
        var code = Encoding.UTF8.GetBytes(string.Concat(written.Where(letter => letter is not (' ' or '-'))));
        long? found = null;
        for (var step = StepAt(now) - Drift; step <= StepAt(now) + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(Code(secret, step))) && step > lastStep)
                found ??= step;
        return found;
    }

    /// <summary>A secret as apps read it when it is typed.</summary>
    public static string Written(ReadOnlySpan<byte> secret)
    {
        var written = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var pair = (secret[bit / 8] << 8) | ((bit / 8) + 1 < secret.Length ? secret[(bit / 8) + 1] : 0);
            written.Append(Base32[(pair >> (11 - (bit % 8))) & 31]);
        }
        return written.ToString();
    }

    /// <summary>What an app reads from a QR code.</summary>
    public static string Link(string issuer, string name, ReadOnlySpan<byte> secret) => string.Create(
        CultureInfo.InvariantCulture, $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(name)}?secret={Written(secret)}&issuer={Uri.EscapeDataString(issuer)}");
}
