using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>How Twilio signs what it posts: X-Twilio-Signature, an HMAC over the address and the fields of the form.</summary>
/// <remarks>As Twilio's own libraries check it: fields in the order of their names, of a repeated one each value once, in order; of a body that is no form its hash stands in the address.</remarks>
sealed class TwilioSignature(string authToken)
{
    public const string Header = "X-Twilio-Signature";

    const string BodyHash = "bodySHA256=";

    readonly byte[] key = Encoding.UTF8.GetBytes(authToken);

    /// <summary>Whether the header is that of a form which was posted to the address.</summary>
    /// <param name="url">As Twilio asked for it: nothing in it decoded or put in order.</param>
    public bool IsOf(string url, IReadOnlyDictionary<string, StringValues> fields, string header) => IsSigned(url, Written(fields), header);

    /// <summary>Whether the header is that of a body, whose hash stands in the address.</summary>
    public bool IsOf(string url, ReadOnlySpan<byte> body, string header) =>
        HashIn(url) is { Length: > 0 } hash && Same(Convert.ToHexStringLower(SHA256.HashData(body)), hash) && IsSigned(url, "", header);

    /// <summary>Whether the address says that the body is no form.</summary>
    public static bool HasBodyHash(string url) => HashIn(url).Length > 0;

    // Twilio writes the port at times, and at times not. All are worked out, whichever is right: the time tells nothing.
    bool IsSigned(string url, string fields, string header) =>
        Spellings(url).Aggregate(false, (isSigned, spelling) => Same(Of(spelling + fields), header) | isSigned);

#pragma warning disable CA5350 // Twilio's choice; as a keyed hash it still holds.
    string Of(string text) => Convert.ToBase64String(HMACSHA1.HashData(key, Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    static string Written(IReadOnlyDictionary<string, StringValues> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, values) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
            foreach (var value in values.Select(value => value ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                text.Append(name).Append(value);
        return text.ToString();
    }

    static IEnumerable<string> Spellings(string url)
    {
        yield return url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            yield break;
        var end = url.IndexOfAny(['/', '?', '#'], url.IndexOf("//", StringComparison.Ordinal) + 2) is >= 0 and var at ? at : url.Length;
        var (authority, rest) = (url[..end], url[end..]);
        if (authority.LastIndexOf(':') is var colon && colon > authority.LastIndexOf('@') && colon > authority.LastIndexOf(']') && colon > "https:".Length)
            yield return authority[..colon] + rest;
        else
            yield return $"{authority}:{uri.Port}{rest}";
    }

    static string HashIn(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? url[(at + 1)..] : "";
        return query.Split('&').FirstOrDefault(part => part.StartsWith(BodyHash, StringComparison.Ordinal))?[BodyHash.Length..] ?? "";
    }

    static bool Same(string right, string shown) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(shown));
}
