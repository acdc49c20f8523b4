namespace RbcBot.Core.Safety;

/// <summary>A text as words of the lexicon, with what stands before each in its sentence. Made in one pass.</summary>
sealed class CrisisText
{
    /// <summary>How far a sentence is looked at to either side, in words, so that a text without an end costs no more than one with many.</summary>
    const int LongestSentence = 50;

    readonly List<CrisisWord> words;
    readonly bool[] generic, speaker, example;
    readonly bool[] now;

    public CrisisText(List<CrisisWord> words, LexiconMarks marks)
    {
        this.words = words;
        Marks = marks;
        (generic, speaker, example) = (Before(marks.Generic), Before(marks.Speaker), Before(marks.Example));
        now = new bool[words.Count];
        var isNow = false;
        for (var at = words.Count - 1; at >= 0; at--)
        {
            now[at] = isNow |= words[at].Is(marks.Now);
            if (words[at].BeginsSentence)
                isNow = false;
        }
        for (var at = 1; at < words.Count; at++)
            now[at] |= !words[at].BeginsSentence && now[at - 1];
    }

    public LexiconMarks Marks { get; }

    public IReadOnlyList<CrisisWord> Words => words;

    /// <summary>Whether somebody in the sentence before the word speaks of cases at large: if, when, must, a person who.</summary>
    public bool IsGenericAt(int at) => generic[at];

    public bool IsExampleAt(int at) => example[at];

    /// <summary>Whether the sentence says that it is happening now.</summary>
    public bool IsNowAt(int at) => now[at];

    public bool HasSpeakerAt(int at) => speaker[at];

    /// <summary>The next word that fills the place, within a gap and the sentence; null when there is none.</summary>
    public int? Next(int item, int from, int gap)
    {
        var last = Math.Min(words.Count - 1, from + gap);
        for (var at = from; at <= last && !words[at].BeginsSentence; at++)
            if (words[at].Is(item))
                return at;
        return null;
    }

    /// <summary>The nearest word before one that fills the place, within a reach and the sentence; null when there is none.</summary>
    public int? Before(int item, int at, int reach)
    {
        for (var before = at; before > 0 && at - before < reach && !words[before].BeginsSentence; before--)
            if (words[before - 1].Is(item))
                return before - 1;
        return null;
    }

    /// <summary>Whether a word of the sentence in which a word stands fills the place; of an endless one, of what is around.</summary>
    public bool HasInSentence(int item, int at) =>
        words[at].Is(item) || Before(item, at, LongestSentence) is not null || Next(item, at + 1, LongestSentence) is not null;

    /// <summary>Of every word, whether the mark stands before it in its sentence.</summary>
    bool[] Before(int item)
    {
        var before = new bool[words.Count];
        var seen = false;
        for (var at = 0; at < words.Count; at++)
        {
            seen &= !words[at].BeginsSentence;
            before[at] = seen;
            seen |= words[at].Is(item);
        }
        return before;
    }
}
