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
    readonly Spelled spelled;
    readonly Spelled single;
    readonly Dictionary<string, string[]> slips;
    readonly Globs globs;

    Vocabulary(Dictionary<string, int[]> exact, Dictionary<string, int[]> beginnings, Globs globs, int count)
    {
        (this.exact, this.globs, Count) = (exact, globs, count);
        spelled = new(exact, beginnings);
        single = new(Singled(exact), Singled(beginnings));
        slips = exact.Keys.Where(word => word.Length >= ShortestFuzzy)
            .SelectMany(word => Shortened(word).Append(word).Distinct(), (word, slip) => (word, slip))
            .GroupBy(pair => pair.slip).ToDictionary(group => group.Key, group => group.Select(pair => pair.word).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>How many places there are.</summary>
    public int Count { get; }

    /// <summary>Places of the word: by its parts, and as it stands, by its beginning, with doubled letters single, with r for l, or with one letter wrong.</summary>
    public int[] Of(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return None;
        var whole = Whole(word);
        if (whole.Length == 0 && word.Contains('l'))
        {
            Span<char> other = stackalloc char[Longest];
            word.Replace(other, 'l', 'r');
            whole = Whole(other[..word.Length]);
        }
        return whole;
    }

    // A doubled letter may end a beginning that is shorter than what was meant: both count.
    int[] Whole(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[Longest];
        var once = letters[..Single(word, letters)];
        if (once.Length == word.Length || spelled.IsWhole(word))
            return With(Known(word, word), globs.Of(word.ToString()));
        return With(Known(word, once), globs.Of(word.ToString()).Union(globs.Of(once.ToString())));
    }

    static int[] With(int[] known, IEnumerable<int> more) => known.Union(more).ToArray() is var all && all.Length == known.Length ? known : [.. all.Order()];

    /// <param name="once">The same with doubled letters single.</param>
    int[] Known(ReadOnlySpan<char> word, ReadOnlySpan<char> once)
    {
        var known = spelled.Find(word);
        var plain = once.Length < word.Length ? spelled.Find(once) ?? single.Find(once) : null;
        if (known is null || plain is null)
            return known ?? plain ?? OneSlip(word) ?? OneSlip(once) ?? None;
        return With(known, plain);
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

    // Those that have doubled letters themselves: "killl" and "kiill" are "kil", and so is "kill".
    static Dictionary<string, int[]> Singled(Dictionary<string, int[]> words)
    {
        Span<char> letters = stackalloc char[Longest];
        Dictionary<string, int[]> singled = new(StringComparer.Ordinal);
        foreach (var (word, items) in words)
            if (word.Length <= Longest && Single(word, letters) is var length && length < word.Length)
                singled[new string(letters[..length])] = items;
        return singled;
    }

    static int Single(ReadOnlySpan<char> word, Span<char> single)
    {
        var length = 0;
        foreach (var letter in word)
            if (length == 0 || single[length - 1] != letter)
                single[length++] = letter;
        return length;
    }

    /// <summary>Words as they stand, and beginnings of words.</summary>
    sealed class Spelled(Dictionary<string, int[]> exact, Dictionary<string, int[]> beginnings)
    {
        readonly int longest = beginnings.Keys.Select(word => word.Length).DefaultIfEmpty(0).Max();

        public bool IsWhole(ReadOnlySpan<char> word) => exact.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

        public int[]? Find(ReadOnlySpan<char> word)
        {
            if (exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
                return known;
            var lookup = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = Math.Min(word.Length, longest); length > 1; length--)
                if (lookup.TryGetValue(word[..length], out var begun))
                    return begun;
            return null;
        }
    }

    /// <summary>A vocabulary in the making.</summary>
    internal sealed class Draft
    {
        readonly Dictionary<string, SortedSet<int>> words = [];

        /// <param name="word">A star stands for any letters, or none.</param>
        public void Add(string word, int item)
        {
            if (!words.TryGetValue(word, out var its))
                words[word] = its = [];
            its.Add(item);
        }

        public Vocabulary Done(int count)
        {
            var beginnings = Of(word => IsBeginning(word), word => word[..^1]);
            var exact = Of(word => !word.Contains('*', StringComparison.Ordinal), word => word);
            // A word that is written out fills the places of its beginning too.
            foreach (var word in exact.Keys)
                exact[word] = [.. exact[word].Concat(beginnings.Where(begun => word.StartsWith(begun.Key, StringComparison.Ordinal)).SelectMany(begun => begun.Value)).Distinct().Order()];
            return new(exact, beginnings, new(Of(word => word.Contains('*', StringComparison.Ordinal) && !IsBeginning(word), word => word)), count);
        }

        static bool IsBeginning(string word) => word.IndexOf('*', StringComparison.Ordinal) == word.Length - 1;

        Dictionary<string, int[]> Of(Func<string, bool> which, Func<string, string> key) =>
            words.Where(word => which(word.Key)).ToDictionary(word => key(word.Key), word => word.Value.ToArray(), StringComparer.Ordinal);
    }
}
