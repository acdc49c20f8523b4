using System.Globalization;
using System.Text;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>Free text, kept as written but for what no store takes.</summary>
static class UnderstandText
{
    /// <summary>Longest answer kept, in characters.</summary>
    const int Longest = 10_000;

    public static Understanding Read(string text)
    {
        if (text.Length > Longest)
            return Understanding.Unclear("understand.long");
        var kept = Folding.Storable(text).Trim();
        return IsBlank(kept) ? Understanding.Unclear("understand.text") : Understanding.Read(kept);
    }

    static bool IsBlank(string text) => text.EnumerateRunes().All(rune =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark);
}
