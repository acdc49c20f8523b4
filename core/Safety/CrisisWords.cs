using RbcBot.Core.Texts;

namespace RbcBot.Core.Safety;

/// <summary>Takes a text apart into words of the lexicon.</summary>
static class CrisisWords
{
    /// <summary>What an English apostrophe shortens: "don't" is one word, "j'ai" is two.</summary>
    static readonly string[] Tails = ["t", "s", "m", "ve", "re", "ll", "d"];

    const string LettersForDigits = "oizeasgtbg";

    public static List<CrisisWord> Of(string text, Vocabulary vocabulary)
    {
        var folded = Folding.Fold(text).AsSpan();
        var words = new List<CrisisWord>(folded.Length / 4);
        Span<char> word = stackalloc char[Vocabulary.Longest + 1];
        var (length, begins, comma) = (0, true, false);
        for (var at = 0; at <= folded.Length; at++)
        {
            var sign = at < folded.Length ? folded[at] : ' ';
            if (char.IsLetterOrDigit(sign) || char.IsSurrogate(sign))
                word[Math.Min(length++, Vocabulary.Longest)] = sign;
            else if (sign != '\'' || !IsTail(folded[(at + 1)..]))
            {
                if (length > 0)
                {
                    words.Add(new(Items(word[..Math.Min(length, Vocabulary.Longest + 1)], vocabulary), begins, comma));
                    (length, begins, comma) = (0, false, false);
                }
                begins |= sign is '!' or '?' or ';' || (sign == '.' && IsEnd(folded, at));
                comma |= sign is ',' or '"' or ':' or '(';
            }
        }
        return words;
    }

    static int[] Items(Span<char> word, Vocabulary vocabulary)
    {
        // "su1c1de", but not "24", nor "2nite", which the lexicon knows.
        if (vocabulary.Of(word) is { Length: > 0 } known)
            return known;
        if (word.ContainsAnyInRange('0', '9') && word.ContainsAnyInRange('a', 'z'))
        {
            for (var at = 0; at < word.Length; at++)
                if (char.IsAsciiDigit(word[at]))
                    word[at] = LettersForDigits[word[at] - '0'];
            return vocabulary.Of(word);
        }
        return [];
    }

    static bool IsTail(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
            length++;
        foreach (var tail in Tails)
            if (rest[..length].SequenceEqual(tail))
                return true;
        return false;
    }

    // Three dots are a pause, one inside a word is a slip.
    static bool IsEnd(ReadOnlySpan<char> text, int at) =>
        (at + 1 >= text.Length || text[at + 1] is ' ' or '"') && (at == 0 || text[at - 1] != '.');
}
