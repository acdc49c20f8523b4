using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of texts as bytes.</summary>
static class EncodingFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Function.Text("digest", 2, 3, Digest),
        Function.Text("base64-decode", 1, 1, Decoded),
    ];

    /// <summary>"" when the text is no base64.</summary>
    static string Decoded(Call call)
    {
        var text = call.Text(0).Trim().TrimEnd('=');
        var bytes = new byte[text.Length + 3];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, length))
            : "";
    }

    static string Digest(Call call)
    {
        var hash = Hash(call, call.Text(1), Encoding.UTF8.GetBytes(call.Text(0)));
        var encoding = call.Count > 2 ? call.Text(2) : "base64";
        return encoding.ToUpperInvariant() switch
        {
            "BASE64" => Convert.ToBase64String(hash),
            "HEX" => Convert.ToHexStringLower(hash),
            _ => throw call.Wrong($"\"{encoding}\" is no encoding: write 'base64' or 'hex'"),
        };
    }

#pragma warning disable CA5350, CA5351 // The standard's own list of algorithms; authors use them to tell rows apart, not to keep secrets.
    static byte[] Hash(Call call, string algorithm, byte[] bytes) => algorithm.ToUpperInvariant() switch
    {
        "MD5" => MD5.HashData(bytes),
        "SHA-1" => SHA1.HashData(bytes),
        "SHA-256" => SHA256.HashData(bytes),
        "SHA-384" => SHA384.HashData(bytes),
        "SHA-512" => SHA512.HashData(bytes),
        _ => throw call.Wrong($"\"{algorithm}\" is no algorithm: write 'SHA-256'"),
    };
#pragma warning restore CA5350, CA5351
}
