using RbcBot.Core.Texts;

namespace RbcBot.Core.Safety;

/// <summary>What the learned reader sees of a text: its words, words beside each other, words around one, and pieces of words, so that a slip of the finger or another ending leaves most of them.</summary>
/// <remarks>Each has a name of a letter for its kind and what it is of: w:gupfa, b:end it, s:my life, c:iyah.</remarks>
public static class CrisisFeatures
{
    const int ShortestPiece = 3, LongestPiece = 5, LongestWord = 40;

    /// <summary>So many of the same letter beside each other are held down; hardly a word has them ("créée").</summary>
    const int Stretched = 3;

    /// <summary>What is told of each feature, as it comes; one that comes twice is told twice.</summary>
    /// <param name="kind">w, b, s or c.</param>
    /// <param name="other">The second word of two; empty otherwise.</param>
    /// <param name="weight">How much one counts.</param>
    public delegate void Visitor(char kind, ReadOnlySpan<char> one, ReadOnlySpan<char> other, double weight);

    /// <summary>The words of a text, folded, with letters that are held down single.</summary>
    public static List<string> Words(string text) => Words(text, []);

    /// <param name="ends">Takes in behind which word each sentence ends.</param>
    public static List<string> Words(string text, ICollection<int> ends)
    {
        var folded = Folding.Fold(text);
        List<string> words = [];
        for (var (begin, at) = (0, 0); at <= folded.Length; at++)
            if (at == folded.Length || !(char.IsLetterOrDigit(folded[at]) || char.IsSurrogate(folded[at])))
            {
                if (at > begin)
                    words.Add(Unstretched(folded.AsSpan(begin, Math.Min(at - begin, LongestWord))));
                begin = at + 1;
                if (at == folded.Length || folded[at] is '.' or '!' or '?' or ';')
                    ends.Add(words.Count);
            }
        return words;
    }

    // A letter that is held down says no more than the letter: "heeelp" is "help", and a line of one letter is nothing.
    static string Unstretched(ReadOnlySpan<char> word)
    {
        Span<char> kept = stackalloc char[LongestWord];
        var length = 0;
        for (var (at, run) = (0, 0); at < word.Length; at += run)
        {
            run = 1;
            while (at + run < word.Length && word[at + run] == word[at])
                run++;
            for (var times = run >= Stretched && char.IsLetter(word[at]) ? 1 : run; times > 0; times--)
                kept[length++] = word[at];
        }
        return new string(kept[..length]);
    }

    public static void Visit(IReadOnlyList<string> words, int from, int to, Visitor visit)
    {
        Span<char> fenced = stackalloc char[LongestWord + 2];
        for (var at = from; at < to; at++)
        {
            var word = words[at];
            visit('w', word, [], 1.5);
            if (at + 1 < to)
                visit('b', word, words[at + 1], 1);
            if (at + 2 < to)
                visit('s', word, words[at + 2], 0.7);
            fenced[0] = '<';
            word.CopyTo(fenced[1..]);
            fenced[word.Length + 1] = '>';
            Pieces(fenced[..(word.Length + 2)], visit);
        }
    }

    static void Pieces(ReadOnlySpan<char> word, Visitor visit)
    {
        for (var length = ShortestPiece; length <= LongestPiece; length++)
            for (var at = 0; at + length <= word.Length; at++)
                visit('c', word.Slice(at, length), [], 0.6);
    }
}
