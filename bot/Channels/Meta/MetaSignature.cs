using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>How Meta signs what it posts: X-Hub-Signature-256, over the bytes as they came.</summary>
/// <remarks>Not over the text that they mean: Meta writes letters beyond ASCII as escapes, and signs those.</remarks>
sealed class MetaSignature(string appSecret)
{
    public const string Header = "X-Hub-Signature-256";

    const string Scheme = "sha256=";

    readonly byte[] key = Encoding.UTF8.GetBytes(appSecret);

    /// <summary>Whether the header is that of the body; the comparison takes as long whatever is in it.</summary>
    public bool IsOf(ReadOnlySpan<byte> body, string header)
    {
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body, right);
        Span<byte> shown = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return header.Length == Scheme.Length + 2 * right.Length
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Convert.FromHexString(header.AsSpan(Scheme.Length), shown, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(shown, right);
    }
}
