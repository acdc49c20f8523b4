using System.Globalization;

namespace RbcBot.Core.Conversations.Channels;

/// <summary>The two alphabets of SMS: seven bits a sign, or sixteen as soon as one sign is missing in the first.</summary>
public enum SmsEncoding { Gsm7, Ucs2 }

/// <summary>What it takes to send a text as SMS (3GPP 23.038 and 23.040).</summary>
/// <param name="Units">Septets, or UTF-16 units.</param>
/// <param name="Segments">How many parts it is sent and paid for as; at least 1.</param>
/// <param name="Foreign">The signs that are not in the GSM alphabet, as often as they stand in the text.</param>
public sealed record SmsLength(SmsEncoding Encoding, int Units, int Segments, IReadOnlyList<string> Foreign)
{
    /// <summary>More segments than this arrive late, or out of order, on simple phones.</summary>
    public const int WiseSegments = 2;

    const int SingleGsm = 160, JoinedGsm = 153, SingleUcs = 70, JoinedUcs = 67;

    public static SmsLength Of(string text)
    {
        var signs = Signs(text);
        string[] foreign = [.. signs.Where(sign => !GsmAlphabet.Has(sign))];
        var encoding = foreign.Length == 0 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        int[] sizes = [.. signs.Select(sign => encoding == SmsEncoding.Gsm7 ? GsmAlphabet.Septets(sign) : sign.Length)];
        var (single, joined) = encoding == SmsEncoding.Gsm7 ? (SingleGsm, JoinedGsm) : (SingleUcs, JoinedUcs);
        var units = sizes.Sum();
        return new(encoding, units, units <= single ? 1 : Parts(sizes, joined), foreign);
    }

    /// <summary>A sign is never torn: what does not fit goes into the next part whole.</summary>
    static int Parts(int[] sizes, int room)
    {
        var (parts, used) = (1, 0);
        foreach (var size in sizes)
        {
            if (used + size > room)
                (parts, used) = (parts + 1, 0);
            used += size;
        }
        return parts;
    }

    static List<string> Signs(string text)
    {
        List<string> signs = [];
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            signs.Add(text.Substring(at, length));
            at += length;
        }
        return signs;
    }
}
