namespace RbcBot.Core.Forms.Answers;

/// <summary>The words of a label or a writing that count in a search, folded; kinds of health facilities are one word in all languages.</summary>
static class SearchWords
{
    /// <summary>What marks a word that stands for a kind of facility.</summary>
    const char Kind = '#';

    /// <summary>Most words of a writing that are looked at.</summary>
    const int Most = 12;

    static readonly HashSet<string> Little =
        ["de", "du", "des", "d", "la", "le", "les", "l", "of", "the", "at", "in", "a", "et", "and", "na", "n", "ya", "y", "cya", "cy", "rya", "ry", "bya", "by", "ka", "ko", "wa", "w", "za", "z", "mu", "i", "au"];

    static readonly HashSet<string> Denying = ["not", "no", "non", "pas", "never", "jamais", "nta", "oya", "ntabwo", "without", "sans", "aucun", "aucune", "none"];

    static readonly (string Kind, string[] Writings)[] Kinds =
    [
        ("#centre", ["cs", "hc", "c s", "h c", "centre sante", "health centre", "health center", "ikigo nderabuzima", "ikigonderabuzima"]),
        ("#hospital", ["hospital", "hopital", "ibitaro", "dh", "hd", "hopital district", "district hospital", "ibitaro akarere"]),
        ("#post", ["hp", "ps", "health post", "poste sante", "ivuriro ibanze"]),
        ("#clinic", ["clinic", "clinique", "ivuriro"]),
    ];

    static readonly Dictionary<string, (string[] Words, string Kind)[]> ByFirstWord = Kinds
        .SelectMany(kind => kind.Writings, (kind, writing) => (Words: writing.Split(' '), kind.Kind))
        .GroupBy(entry => entry.Words[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Words.Length).ToArray());

    /// <summary>The words, little ones left out unless there are no others.</summary>
    public static string[] Of(string folded)
    {
        var all = Cut(folded);
        var words = all.FindAll(word => !Little.Contains(word));
        return words.Count == 0 ? [.. all] : Named(words);
    }

    public static bool IsKind(string word) => word[0] == Kind;

    /// <summary>Whether the word turns what is said beside it round.</summary>
    public static bool Denies(string word) => Denying.Contains(word);

    static List<string> Cut(string folded)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= folded.Length && words.Count < Most; at++)
        {
            if (at < folded.Length && char.IsLetterOrDigit(folded[at]))
                continue;
            if (at > start)
                words.Add(folded[start..at]);
            start = at + 1;
        }
        return words;
    }

    static string[] Named(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!ByFirstWord.TryGetValue(words[at], out var entries))
                continue;
            foreach (var (parts, kind) in entries)
            {
                if (at + parts.Length > words.Count || !words.GetRange(at, parts.Length).SequenceEqual(parts))
                    continue;
                words.RemoveRange(at, parts.Length);
                words.Insert(at, kind);
                break;
            }
        }
        return [.. words.Distinct()];
    }
}
