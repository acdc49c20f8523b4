using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>The words of all options, folded once, to be searched several times.</summary>
sealed class ChoiceIndex
{
    /// <summary>Letters from which one slip is forgiven, and from which two are.</summary>
    const int OneSlip = 4, TwoSlips = 8;

    /// <summary>Letters from which one word of several says something of an option.</summary>
    const int ShortestPart = 3;

    /// <summary>Longest writing, in characters, that is searched for.</summary>
    const int Longest = 200;

    readonly List<Entry> entries = [];

    public ChoiceIndex(IReadOnlyList<Choice> options, Language language)
    {
        var code = Languages.Code(language);
        foreach (var (place, choice) in options.Index())
            foreach (var writing in Writings(choice, code))
                entries.Add(Entry.Of(choice, place, writing));
    }

    /// <summary>The options that fit, the best first; the near ones when no others do, and parts when not even those do.</summary>
    public IReadOnlyList<ChoiceMatch> Find(string text)
    {
        var sought = text.Length > Longest ? "" : Folding.Bare(text);
        var words = SearchWords.Of(sought);
        if (words.Length == 0)
            return [];
        var found = Ranked(entry => Fit(entry, sought, words));
        if (found.Count == 0 && sought.Any(char.IsLetter))
            found = Ranked(entry => Near(entry, words));
        return found.Count == 0 && words.Length > 1 ? Ranked(entry => Part(entry, words)) : found;
    }

    List<ChoiceMatch> Ranked(Func<Entry, (Closeness Closeness, int Slips)?> fit) =>
        [.. entries.Select(entry => (Entry: entry, Fit: fit(entry))).Where(found => found.Fit is not null)
            .GroupBy(found => found.Entry.Place).Select(group => group.MinBy(found => found.Fit))
            .OrderBy(found => found.Fit).ThenBy(found => found.Entry.Place)
            .Select(found => new ChoiceMatch(found.Entry.Choice, found.Fit!.Value.Closeness, found.Fit.Value.Slips))]; // filtered above

    static (Closeness, int)? Fit(Entry entry, string sought, string[] words)
    {
        if (entry.Folded == sought)
            return (Closeness.Exact, 0);
        var (begun, whole) = (0, 0);
        foreach (var word in words)
        {
            if (Array.IndexOf(entry.Words, word) >= 0)
                whole++;
            else if (Array.Exists(entry.Words, other => other.StartsWith(word, StringComparison.Ordinal)))
                begun++;
            else if (!SearchWords.IsKind(word) || entry.HasKind)
                return null;
        }
        return whole == words.Length && whole == entry.Words.Length ? (Closeness.Whole, 0)
            : entry.Folded.StartsWith(sought, StringComparison.Ordinal) ? (Closeness.Beginning, 0)
            : whole + begun > 0 ? (Closeness.Words, begun)
            : null;
    }

    static (Closeness, int)? Near(Entry entry, string[] words)
    {
        var (slips, matched) = (0, 0);
        foreach (var word in words)
        {
            if (SearchWords.IsKind(word) && !entry.HasKind)
                continue;
            if (Slips(entry, word) is not { } more)
                return null;
            (slips, matched) = (slips + more, matched + 1);
        }
        return matched > 0 && slips > 0 ? (Closeness.Near, slips) : null;
    }

    static (Closeness, int)? Part(Entry entry, string[] words)
    {
        var matched = words.Count(word => word.Length >= ShortestPart && !SearchWords.IsKind(word) && Slips(entry, word) is not null);
        return matched > 0 ? (Closeness.Part, words.Length - matched) : null;
    }

    /// <summary>Letters that differ between the word and the nearest of the label; null when none is near enough.</summary>
    static int? Slips(Entry entry, string word)
    {
        var most = word.Length < OneSlip || word.Any(char.IsAsciiDigit) || SearchWords.IsKind(word) ? 0 : word.Length < TwoSlips ? 1 : 2;
        var letters = Letters(word);
        int? fewest = null;
        for (var at = 0; at < entry.Words.Length; at++)
        {
            var other = entry.Words[at];
            var slips = other.StartsWith(word, StringComparison.Ordinal) ? 0
                : most == 0 || Math.Abs(other.Length - word.Length) > most || uint.PopCount(letters ^ entry.Letters[at]) > 2 * most ? int.MaxValue
                : Places.Slips.Between(word, other);
            if (slips <= most && (fewest is null || slips < fewest))
                fewest = slips;
        }
        return fewest;
    }

    /// <summary>Which letters a word has, a bit for each: words whose letters differ much are not compared.</summary>
    static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter & 31);
        return letters;
    }

    static IEnumerable<string> Writings(Choice choice, string code)
    {
        string[] labels = [choice.Label(code), .. choice.Labels.Values, choice.Name];
        foreach (var label in labels.Distinct().Select(Folding.Bare).Distinct())
        {
            yield return label;
            foreach (var writing in Inclusive.Writings(label))
                yield return writing;
        }
    }

    /// <summary>One writing of an option.</summary>
    sealed record Entry(Choice Choice, int Place, string Folded, string[] Words, uint[] Letters, bool HasKind)
    {
        public static Entry Of(Choice choice, int place, string folded)
        {
            var words = SearchWords.Of(folded);
            return new(choice, place, folded, words, Array.ConvertAll(words, ChoiceIndex.Letters), Array.Exists(words, SearchWords.IsKind));
        }
    }
}
