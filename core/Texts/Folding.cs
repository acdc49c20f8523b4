using System.Buffers;
using System.Globalization;
using System.Text;

namespace RbcBot.Core.Texts;

/// <summary>What is left of a writing when case, accents, invisible marks and the keyboard's taste no longer count.</summary>
public static class Folding
{
    const string Apostrophes = "’‘ʼʻ`´′＇ꞌ";
    const string EdgeMarks = ".,;:!?()[]{}\"'*_~«»‹›…•·- ";
    const int FirstSkinTone = 0x1F3FB, LastSkinTone = 0x1F3FF, KeycapTen = 0x1F51F;

    const char LastBeforeSurrogates = '\uD7FF';

    /// <summary>Letters of the Latin alphabets, none of which joins with the one before it.</summary>
    const int LatinLetters = 0x180;

    /// <summary>What each letter of the Latin alphabets becomes on its own: labels are folded by the thousand.</summary>
    static readonly string[] OfLatin = [.. Enumerable.Range(0, LatinLetters).Select(letter => Letters($"{(char)letter}"))];

    /// <summary>Lower case, plain letters and digits, straight apostrophes and hyphens, single spaces; emoji stay.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;
        if (text.AsSpan().ContainsAnyExceptInRange('\0', (char)(LatinLetters - 1)))
            return string.Join(' ', Letters(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var folded = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
            foreach (var plain in OfLatin[letter])
                if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' '))
                    folded.Append(plain);
        return folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }

    // Most of what is folded was typed so, or was folded before.
    static bool IsFolded(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (text[at] >= LatinLetters || OfLatin[text[at]] is not [var plain] || plain != text[at] || (plain == ' ' && (at == 0 || at == text.Length - 1 || text[at - 1] == ' ')))
                return false;
        return true;
    }

    static string Letters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Straight(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            folded.Append(rune.IsAscii && Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : Plain(rune));
        return folded.ToString();
    }

    /// <summary>Folded, and without punctuation or emoji around it; a writing of nothing else stays as it is.</summary>
    public static string Bare(string text)
    {
        var folded = Fold(text);
        var (start, end) = (0, folded.Length);
        while (start < end && Rune.GetRuneAt(folded, start) is var first && IsEdge(first))
            start += first.Utf16SequenceLength;
        while (end > start && Rune.DecodeLastFromUtf16(folded.AsSpan(start, end - start), out var last, out var length) == OperationStatus.Done && IsEdge(last))
            end -= length;
        return start == end ? folded : folded[start..end];
    }

    /// <summary>The writing without what no store or XML file takes: NUL and other controls, half surrogates.</summary>
    public static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', LastBeforeSurrogates))
            return text;
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
    static string Straight(string text)
    {
        var straight = new StringBuilder(Storable(text));
        foreach (var apostrophe in Apostrophes)
            straight.Replace(apostrophe, '\'');
        return straight.ToString();
    }

    static string Plain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => "",
        UnicodeCategory.ModifierSymbol when rune.Value is >= FirstSkinTone and <= LastSkinTone => "",
        UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        UnicodeCategory.DecimalDigitNumber => Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture),
        UnicodeCategory.DashPunctuation => "-",
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => "\"",
        _ => Lower(rune),
    };

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
