using System.Globalization;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>A text in parts that Telegram takes: cut after a paragraph, else a line, a sentence, a word, and never inside a sign.</summary>
static class LongText
{
    /// <summary>The greatest message, in UTF-16 units.</summary>
    public const int Greatest = 4096;

    static readonly string[] Borders = ["\n\n", "\n", ". ", "! ", "? ", " "];

    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        var rest = text;
        while (rest.Length > Greatest)
        {
            var end = End(rest);
            Add(parts, rest[..end]);
            rest = rest[end..];
        }
        Add(parts, rest);
        // Nothing but blanks: sent as it is, so that Telegram's refusal is seen and not hidden here.
        return parts.Count == 0 ? [text] : parts;
    }

    static void Add(List<string> parts, string part)
    {
        if (!string.IsNullOrWhiteSpace(part))
            parts.Add(part.Trim('\n', ' '));
    }

    static int End(string text)
    {
        foreach (var border in Borders)
            // A border in the first half would leave scraps.
            if (text.LastIndexOf(border, Greatest - 1, Greatest / 2, StringComparison.Ordinal) is > 0 and var at)
                return at + border.Length;
        return EndOfSign(text);
    }

    static int EndOfSign(string text)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text.AsSpan(end)) is > 0 and var length && end + length <= Greatest)
            end += length;
        return end > 0 ? end : Greatest;
    }
}
