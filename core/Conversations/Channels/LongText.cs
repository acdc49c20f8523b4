using System.Globalization;

namespace RbcBot.Core.Conversations.Channels;

/// <summary>A text in parts that a channel takes: split after a paragraph, else a line, a sentence, a word, and never inside a sign.</summary>
public static class LongText
{
    static readonly string[] Borders = ["\n\n", "\n", ". ", "! ", "? ", " "];

    /// <summary>The parts in order; a text that fits is its only part.</summary>
    /// <param name="longest">In UTF-16 units, at least 2.</param>
    public static IReadOnlyList<string> Parts(string text, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 2);
        var parts = new List<string>();
        var rest = text;
        while (rest.Length > longest)
        {
            var end = End(rest, longest);
            Add(parts, rest[..end]);
            rest = rest[end..];
        }
        Add(parts, rest);
        // Nothing but blanks: given as it is, so that the channel's refusal is seen and not hidden here.
        return parts.Count == 0 ? [text] : parts;
    }

    static void Add(List<string> parts, string part)
    {
        if (!string.IsNullOrWhiteSpace(part))
            parts.Add(part.Trim('\n', ' '));
    }

    static int End(string text, int longest)
    {
        foreach (var border in Borders)
            // A border in the first half would leave scraps.
            if (text.LastIndexOf(border, longest - 1, longest / 2, StringComparison.Ordinal) is > 0 and var at)
                return at + border.Length;
        return EndOfSign(text, longest);
    }

    static int EndOfSign(string text, int longest)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text.AsSpan(end)) is > 0 and var length && end + length <= longest)
            end += length;
        return end > 0 ? end : longest;
    }
}
