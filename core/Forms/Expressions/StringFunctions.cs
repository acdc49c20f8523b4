using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of texts.</summary>
static class StringFunctions
{
    /// <summary>How long a pattern may search before it counts as not matching: patterns are authors' input and can run away.</summary>
    static readonly TimeSpan longestSearch = TimeSpan.FromMilliseconds(200);

    public static readonly IReadOnlyList<Function> All =
    [
        Function.Text("string", 0, 1, OwnOrFirst),
        Function.Text("concat", 0, Function.AnyNumber, call => string.Concat(call.Each(0).Select(value => value.Text(call.Zone)))),
        Function.Text("join", 1, Function.AnyNumber, call => string.Join(call.Text(0), call.Each(1).Select(value => value.Text(call.Zone)))),
        Function.Text("substr", 2, 3, Substr),
        Function.Text("substring", 2, 3, Substring),
        Function.Text("substring-before", 2, 2, call => Around(call, (text, at, _) => text[..at])),
        Function.Text("substring-after", 2, 2, call => Around(call, (text, at, length) => text[(at + length)..])),
        Function.Truth("contains", 2, 2, call => call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)),
        Function.Truth("starts-with", 2, 2, call => call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal)),
        Function.Truth("ends-with", 2, 2, call => call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)),
        Function.Number("string-length", 0, 1, call => OwnOrFirst(call).Length),
        Function.Text("normalize-space", 0, 1, call => string.Join(' ', Words(OwnOrFirst(call)))),
        Function.Text("translate", 3, 3, Translate),
        Function.Truth("regex", 2, 2, Regex),
        Function.Text("digest", 2, 3, Digest),
    ];

    /// <summary>As the other engines read a pattern: \d and \w mean ASCII; one that .NET then refuses is read in .NET's own way.</summary>
    public static Regex Pattern(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.ECMAScript, longestSearch);
        }
        catch (ArgumentException)
        {
            return new(pattern, RegexOptions.CultureInvariant, longestSearch);
        }
    }

    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    static string OwnOrFirst(Call call) => call.Count == 0 ? call.Focus.Node.Seen : call.Text(0);

    /// <summary>From and to count from 0, to is left out; negative ones count from the end.</summary>
    static string Substr(Call call)
    {
        var text = call.Text(0);
        var from = Place(call.Number(1), text.Length);
        var to = call.Count > 2 ? Place(call.Number(2), text.Length) : text.Length;
        return from < to ? text[from..to] : "";
    }

    static int Place(double number, int length) =>
        double.IsNaN(number) ? 0 : (int)Math.Clamp(Math.Truncate(number) + (number < 0 ? length : 0), 0, length);

    /// <summary>XPath's own: the start counts from 1, then a length, both rounded, and NaN takes nothing.</summary>
    static string Substring(Call call)
    {
        var text = call.Text(0);
        var first = Math.Floor(call.Number(1) + 0.5);
        var end = call.Count > 2 ? first + Math.Floor(call.Number(2) + 0.5) : double.PositiveInfinity;
        return string.Concat(text.Where((_, index) => index + 1 >= first && index + 1 < end));
    }

    static string Around(Call call, Func<string, int, int, string> part)
    {
        var (text, mark) = (call.Text(0), call.Text(1));
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? "" : part(text, at, mark.Length);
    }

    static string Translate(Call call)
    {
        var (text, from, to) = (call.Text(0), call.Text(1), call.Text(2));
        var translated = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var at = from.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0)
            {
                translated.Append(letter);
            }
            else if (at < to.Length)
            {
                translated.Append(to[at]);
            }
        }
        return translated.ToString();
    }

    static bool Regex(Call call)
    {
        try
        {
            return (call.Pattern ?? Pattern(call.Text(1))).IsMatch(call.Text(0));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        catch (ArgumentException wrong)
        {
            throw call.Wrong($"the pattern cannot be read: {wrong.Message}");
        }
    }

    static string Digest(Call call)
    {
        var hash = Hash(call, call.Text(1), Encoding.UTF8.GetBytes(call.Text(0)));
        var encoding = call.Count > 2 ? call.Text(2) : "base64";
        return encoding switch
        {
            "base64" => Convert.ToBase64String(hash),
            "hex" => Convert.ToHexStringLower(hash),
            _ => throw call.Wrong($"\"{encoding}\" is no encoding: write 'base64' or 'hex'"),
        };
    }

#pragma warning disable CA5350, CA5351 // The standard's own list of algorithms; authors use them to tell rows apart, not to keep secrets.
    static byte[] Hash(Call call, string algorithm, byte[] bytes) => algorithm switch
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
