namespace RbcBot.Core.Safety;

/// <summary>Which places of patterns a word fills, spelled as people spell on a phone.</summary>
sealed class Vocabulary
{
    /// <summary>Shortest word, in letters, of which one letter may be wrong: a slip in a shorter one makes another word.</summary>
    const int ShortestFuzzy = 6;

    /// <summary>Longest word that is looked up; what is longer is none.</summary>
    internal const int Longest = 40;

    static readonly int[] None = [];

    readonly Dictionary<string, int[]> exact;
    readonly Dictionary<string, int[]> beginnings;
    readonly Dictionary<string, string[]> slips;
    readonly int longestBeginning;

    Vocabulary(Dictionary<string, int[]> exact, Dictionary<string, int[]> beginnings, int count)
    {
        (this.exact, this.beginnings, Count) = (exact, beginnings, count);
        longestBeginning = beginnings.Keys.Select(word => word.Length).DefaultIfEmpty(0).Max();
        slips = exact.Keys.Where(word => word.Length >= ShortestFuzzy)
            .SelectMany(word => Shortened(word).Append(word).Distinct(), (word, slip) => (word, slip))
            .GroupBy(pair => pair.slip).ToDictionary(group => group.Key, group => group.Select(pair => pair.word).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>How many places there are.</summary>
    public int Count { get; }

    /// <summary>Places of the word: as it stands, by its beginning, with doubled letters single, or with one letter wrong.</summary>
    public int[] Of(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return None;
        if (Known(word) is { } known)
            return known;
        Span<char> single = stackalloc char[Longest];
        var length = Single(word, single);
        if (length < word.Length && Known(single[..length]) is { } plain)
            return plain;
        return word.Length >= ShortestFuzzy ? OneSlip(word) ?? OneSlip(single[..length]) ?? None : None;
    }

    int[]? Known(ReadOnlySpan<char> word)
    {
        if (exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
            return known;
        var lookup = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, longestBeginning); length > 1; length--)
            if (lookup.TryGetValue(word[..length], out var begun))
                return begun;
        return null;
    }

    int[]? OneSlip(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestFuzzy - 1)
            return null;
        var lookup = slips.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var longer) && Near(word, longer) is { } found)
            return found;
        Span<char> shorter = stackalloc char[Longest];
        for (var skipped = 1; skipped < word.Length; skipped++)
        {
            word[..skipped].CopyTo(shorter);
            word[(skipped + 1)..].CopyTo(shorter[skipped..]);
            if (lookup.TryGetValue(shorter[..(word.Length - 1)], out var others) && Near(word, others) is { } near)
                return near;
        }
        return null;
    }

    int[]? Near(ReadOnlySpan<char> word, string[] others)
    {
        foreach (var other in others)
            if (OneLetter.Apart(word, other))
                return exact[other];
        return null;
    }

    // The first letter is the one that people get right; without it "nourrir" is "mourir".
    static IEnumerable<string> Shortened(string word) => Enumerable.Range(1, word.Length - 1).Select(at => word.Remove(at, 1));

    static int Single(ReadOnlySpan<char> word, Span<char> single)
    {
        var length = 0;
        foreach (var letter in word)
            if (length == 0 || single[length - 1] != letter)
                single[length++] = letter;
        return length;
    }

    /// <summary>A vocabulary in the making.</summary>
    internal sealed class Draft
    {
        readonly Dictionary<string, SortedSet<int>> words = [];

        /// <param name="word">A star at its end stands for any ending.</param>
        public void Add(string word, int item)
        {
            if (!words.TryGetValue(word, out var its))
                words[word] = its = [];
            its.Add(item);
        }

        public Vocabulary Done(int count)
        {
            var beginnings = Of(word => word.EndsWith('*'), word => word[..^1]);
            var exact = Of(word => !word.EndsWith('*'), word => word);
            // A word that is written out fills the places of its beginning too.
            foreach (var word in exact.Keys)
                exact[word] = [.. exact[word].Concat(beginnings.Where(begun => word.StartsWith(begun.Key, StringComparison.Ordinal)).SelectMany(begun => begun.Value)).Distinct().Order()];
            return new(exact, beginnings, count);
        }

        Dictionary<string, int[]> Of(Func<string, bool> which, Func<string, string> key) =>
            words.Where(word => which(word.Key)).ToDictionary(word => key(word.Key), word => word.Value.ToArray(), StringComparer.Ordinal);
    }
}
