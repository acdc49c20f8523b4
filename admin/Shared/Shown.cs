using System.Globalization;
using System.Text;

namespace RbcBot.Admin.Shared;

/// <summary>What people wrote, as staff are to see it: letters that show nothing but turn others around, or hide between them, are named instead of obeyed.</summary>
/// <remarks>Only on the screen; what is stored and exported stays as it was written. The joiner within an emoji is left, for there it is part of the picture.</remarks>
public static class Shown
{
    const int Joiner = 0x200D;

    public static string Of(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text ?? "";
        var shown = new StringBuilder(text.Length);
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune) && !(rune.Value == Joiner && before is { } one && IsPicture(one)))
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
            else
                shown.Append(rune.ToString());
            before = rune;
        }
        return shown.ToString();
    }

    // Format (bidi, zero width, tags), controls but line ends and tabs, private use, and fillers that look like nothing.
    static bool IsHidden(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\t' => false,
        0x00AD => false, // the soft hyphen of a word processor, which shows where a line breaks
        0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x034F => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };

    // A picture, its tint, or the sign that makes a letter one.
    static bool IsPicture(Rune rune) => rune.Value == 0xFE0F || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
