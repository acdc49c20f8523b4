namespace RbcBot.Core.Safety;

/// <summary>Reads the lines of a lexicon: a version, words by name, patterns by level.</summary>
sealed class LexiconReading
{
    /// <summary>Words that may stand between two of a pattern: people put in "really", "so", "just".</summary>
    const int Gap = 2;

    const int WideGap = 6;

    const string AnyOrder = "&";

    const char Without = '~';

    readonly Dictionary<string, string[]> named = [];
    readonly Dictionary<string, int> items = [];
    readonly Vocabulary.Draft draft = new();

    public LexiconReading(string lines)
    {
        var rows = lines.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).ToList();
        Version = rows[0].StartsWith("version ", StringComparison.Ordinal) ? rows[0]["version ".Length..] : throw Wrong(rows[0]);
        foreach (var row in rows.Skip(1).Where(row => row.Contains('=', StringComparison.Ordinal)))
            named.Add(row.Split('=')[0].Trim(), row.Split('=')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Patterns = [.. rows.Skip(1).Where(row => !row.Contains('=', StringComparison.Ordinal)).Select(Pattern)];
        Marks = new(Item("@not"), Item("@other"), Item("@say"), Item("@filler"), Item("@generic"), Item("@example"), Item("@patient|@specific|@generic|@kin"), Item("@subject"), Item("@now"));
        Vocabulary = draft.Done(items.Count);
    }

    public string Version { get; }

    public LexiconMarks Marks { get; }

    public IReadOnlyList<CrisisPattern> Patterns { get; }

    public Vocabulary Vocabulary { get; }

    CrisisPattern Pattern(string row)
    {
        var (head, words) = row.Split(':', 2) is [var before, var after] ? (before, after) : throw Wrong(row);
        var name = head.TrimStart('!').Trim();
        var ofOthers = name.EndsWith("-other", StringComparison.Ordinal);
        var level = Level(ofOthers ? name[..^"-other".Length] : name) is { } known ? known : throw Wrong(row);
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var without = all.Where(word => word[0] == Without).Select(word => Item(word[1..])).ToList();
        var list = Items([.. all.Where(word => word[0] != Without && word != AnyOrder)]).ToList();
        return new(
            level == SafetyLevel.None ? null : level, ofOthers, head.StartsWith('!'), words.TrimStart().StartsWith("@subject", StringComparison.Ordinal), all.Contains(AnyOrder), list, without);
    }

    IEnumerable<LexiconItem> Items(string[] words)
    {
        var gap = Gap;
        foreach (var word in words)
            if (word == "..")
                gap = WideGap;
            else if (word == "+")
                gap = 0;
            else
            {
                yield return new LexiconItem(Item(word), gap);
                gap = Gap;
            }
    }

    /// <summary>The place's id; places that are written alike are one.</summary>
    int Item(string written)
    {
        if (items.TryGetValue(written, out var known))
            return known;
        var id = items[written] = items.Count;
        foreach (var word in written.Split('|'))
            foreach (var one in word.StartsWith('@') ? Named(word) : [word])
                draft.Add(one, id);
        return id;
    }

    string[] Named(string word) => named.TryGetValue(word[1..], out var words) ? words : throw Wrong(word);

    static SafetyLevel? Level(string name) => name switch
    {
        "harmless" => SafetyLevel.None,
        "professional" => SafetyLevel.Professional,
        "distress" => SafetyLevel.Distress,
        "violence" => SafetyLevel.Violence,
        "seizure" => SafetyLevel.Seizure,
        "imminent" => SafetyLevel.Imminent,
        _ => null,
    };

    static FormatException Wrong(string row) => new($"The lexicon's \"{row}\" is not understood.");
}
