using System.Globalization;
using System.Text;

namespace RbcBot.Core.Texts;

/// <summary>What is left of a writing when case, accents, invisible marks and the keyboard's taste no longer count.</summary>
public static class Folding
{
    const string Apostrophes = "’‘ʼʻ`´′＇ꞌ";
    const string EdgeMarks = ".,;:!?()[]{}\"'*_~«»‹›…•·- ";
    const int FirstSkinTone = 0x1F3FB, LastSkinTone = 0x1F3FF, KeycapTen = 0x1F51F;

    /// <summary>Lower case, plain letters and digits, straight apostrophes and hyphens, single spaces; emoji stay.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Straight(Storable(text)).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            Append(folded, rune);
        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Folded, and without punctuation or emoji around it; a writing of nothing else stays as it is.</summary>
    public static string Bare(string text)
    {
        var folded = Fold(text);
        var runes = folded.EnumerateRunes().ToList();
        var first = runes.FindIndex(rune => !IsEdge(rune));
        var last = runes.FindLastIndex(rune => !IsEdge(rune));
        return first < 0 ? folded : string.Concat(runes.Skip(first).Take(last - first + 1));
    }

    /// <summary>The writing without what no store or XML file takes: NUL and other controls, half surrogates.</summary>
    public static string Storable(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
                continue;
            at += rune.Utf16SequenceLength - 1;
            if (rune.Value is '\t' or '\n' or '\r' or >= ' ' and not (0xFFFE or 0xFFFF))
                kept.Append(rune);
        }
        return kept.ToString();
    }

    /// <summary>Folded, with r and l alike and doubled letters single: ordinary spelling noise of Kinyarwanda.</summary>
    public static string Loose(string text)
    {
        var loose = new StringBuilder();
        foreach (var letter in Bare(text).Replace('l', 'r'))
            if (loose.Length == 0 || loose[^1] != letter || char.IsDigit(letter))
                loose.Append(letter);
        return loose.ToString();
    }

    // Before decomposition, which would turn the acute accent on its own into a space.
    static string Straight(string text) =>
        string.Concat(text.Select(letter => Apostrophes.Contains(letter, StringComparison.Ordinal) ? '\'' : letter));

    static void Append(StringBuilder folded, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
            case UnicodeCategory.ModifierSymbol when rune.Value is >= FirstSkinTone and <= LastSkinTone:
                break;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                folded.Append(' ');
                break;
            case UnicodeCategory.DecimalDigitNumber:
                folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.DashPunctuation:
                folded.Append('-');
                break;
            case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation:
                folded.Append('"');
                break;
            default:
                folded.Append(Lower(rune));
                break;
        }
    }

    static string Lower(Rune rune) => rune.Value switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        '−' => "-",
        '٫' => ",",
        KeycapTen => "10",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };

    static bool IsEdge(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol
        || (rune.IsBmp && EdgeMarks.Contains((char)rune.Value, StringComparison.Ordinal));
}
