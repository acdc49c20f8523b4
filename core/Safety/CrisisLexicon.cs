namespace RbcBot.Core.Safety;

/// <summary>Reads a text for danger: words and patterns in Kinyarwanda, French and English at once, since people mix them. Deterministic, and linear in the text's length.</summary>
public sealed class CrisisLexicon
{
    /// <summary>What belongs to no language alone comes first.</summary>
    static readonly string[] Parts = ["crisis", "crisis-rw", "crisis-fr", "crisis-en"];

    static readonly Lazy<CrisisLexicon> AsShipped = new(Load);

    readonly Vocabulary vocabulary;
    readonly LexiconMarks marks;
    readonly CrisisPattern[][] beginningWith;
    readonly CrisisPattern[][] harmlessWith;

    CrisisLexicon(string version, Vocabulary vocabulary, LexiconMarks marks, IReadOnlyList<CrisisPattern> patterns)
    {
        (Version, this.vocabulary, this.marks) = (version, vocabulary, marks);
        beginningWith = ByFirst(patterns.Where(pattern => pattern.Level is not null), vocabulary.Count);
        harmlessWith = ByFirst(patterns.Where(pattern => pattern.Level is null), vocabulary.Count);
    }

    /// <summary>The lexicon of this programme.</summary>
    public static CrisisLexicon Shipped => AsShipped.Value;

    /// <summary>Number of the lexicon, raised with every change.</summary>
    public string Version { get; }

    /// <summary>Reads a lexicon; crisis.txt tells how it is written.</summary>
    /// <exception cref="FormatException">A line is not understood.</exception>
    public static CrisisLexicon Of(string lines)
    {
        var reading = new LexiconReading(lines);
        return new(reading.Version, reading.Vocabulary, reading.Marks, reading.Patterns);
    }

    /// <summary>What the text says of danger.</summary>
    public CrisisReading Read(string text)
    {
        var words = new CrisisText(CrisisWords.Of(text, vocabulary), marks);
        var harmless = Harmless(words);
        var level = SafetyLevel.None;
        for (var at = 0; at < words.Words.Count && level < SafetyLevel.Imminent; at++)
            foreach (var match in At(words, at, beginningWith))
                if (!Overlaps(match, harmless) && match.Level(words) is var found && found > level)
                    level = found;
        return new(level, Version);
    }

    bool[] Harmless(CrisisText text)
    {
        var harmless = new bool[text.Words.Count];
        for (var at = 0; at < harmless.Length; at++)
            foreach (var match in At(text, at, harmlessWith))
                harmless.AsSpan(match.Start, match.End - match.Start + 1).Fill(true);
        return harmless;
    }

    static IEnumerable<CrisisMatch> At(CrisisText text, int at, CrisisPattern[][] patterns)
    {
        foreach (var item in text.Words[at].Items)
            foreach (var pattern in patterns[item])
                if (pattern.Found(text, at) is { } found)
                    yield return new CrisisMatch(pattern, found.Start, found.End);
    }

    static bool Overlaps(CrisisMatch match, bool[] harmless) => harmless.AsSpan(match.Start, match.End - match.Start + 1).Contains(true);

    static CrisisPattern[][] ByFirst(IEnumerable<CrisisPattern> patterns, int count)
    {
        var byFirst = patterns.ToLookup(pattern => pattern.Items[0].Id);
        return [.. Enumerable.Range(0, count).Select(item => byFirst[item].ToArray())];
    }

    static CrisisLexicon Load() => Of(string.Join('\n', Parts.Select(Part)));

    static string Part(string name)
    {
        using var stream = typeof(CrisisLexicon).Assembly.GetManifestResourceStream($"Safety/{name}.txt")
            ?? throw new InvalidOperationException("The lexicon is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
