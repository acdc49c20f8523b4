using System.Buffers;

namespace RbcBot.Core.Safety;

/// <summary>Names beside a word for a patient, or behind a word that says that a name follows.</summary>
static class PatientNames
{
    /// <summary>Words between "patient" and the name, and the longest name, in words.</summary>
    const int Reach = 4, MostWords = 3;

    static readonly SearchValues<char> Gaps = SearchValues.Create(" ,:'’.");

    /// <summary>Parts of all words for a patient: what has none of them is not looked at closer.</summary>
    static readonly SearchValues<string> Signs = SearchValues.Create(["pati", "malad", "rwayi", "gwayi", "client", "kiriya", "pt"], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<PatientSpan> In(string text) => text.AsSpan().ContainsAny(Signs) ? Read(text) : [];

    static IEnumerable<PatientSpan> Read(string text)
    {
        var words = Words(text).ToList();
        var lexicon = PatientLexicon.Shipped;
        var hasPatient = words.Exists(word => lexicon.Is("patient", text[word.Start..word.End]));
        for (var at = 0; hasPatient && at < words.Count; at++)
        {
            var word = text[words[at].Start..words[at].End];
            if (lexicon.Is("patient", word))
            {
                if (After(text, words, at, isNamed: false) is { } behind)
                    yield return behind;
                if (Before(text, words, at) is { } before)
                    yield return before;
            }
            else if ((lexicon.Is("named", word) || lexicon.Is("title", word)) && After(text, words, at, lexicon.Is("named", word)) is { } named)
                yield return named;
        }
    }

    /// <summary>Letters that stand together, in their places.</summary>
    public static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
                continue;
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
                at++;
            yield return (start, at);
        }
    }

    // "Patient Jeanne Mukamana", "patient named jeanne".
    static PatientSpan? After(string text, List<(int Start, int End)> words, int marker, bool isNamed)
    {
        for (var at = marker + 1; at < words.Count && at <= marker + Reach && Touch(text, words, at); at++)
        {
            var word = text[words[at].Start..words[at].End];
            if (IsName(word, isNamed))
                return Name(text, words, at, isNamed);
            if (!PatientLexicon.Shipped.Is("link", word))
                return null;
            isNamed |= PatientLexicon.Shipped.Is("named", word);
        }
        return null;
    }

    // "Mukamana is my patient".
    static PatientSpan? Before(string text, List<(int Start, int End)> words, int marker)
    {
        var links = 0;
        for (var at = marker - 1; at >= 0 && marker - at <= Reach && Touch(text, words, at + 1); at--)
        {
            var word = text[words[at].Start..words[at].End];
            if (links > 0 && IsName(word, isNamed: false))
                return new(words[First(text, words, at)].Start, words[at].End, PatientMark.Name);
            if (!PatientLexicon.Shipped.Is("link", word))
                return null;
            links++;
        }
        return null;
    }

    static int First(string text, List<(int Start, int End)> words, int last)
    {
        var at = last;
        while (at > 0 && last - at < MostWords - 1 && Touch(text, words, at) && IsName(text[words[at - 1].Start..words[at - 1].End], isNamed: false))
            at--;
        return at;
    }

    static PatientSpan Name(string text, List<(int Start, int End)> words, int first, bool isNamed)
    {
        var last = first;
        while (last + 1 < words.Count && last - first < MostWords - 1 && Touch(text, words, last + 1) && IsName(text[words[last + 1].Start..words[last + 1].End], isNamed && last == first - 1))
            last++;
        return new(words[first].Start, words[last].End, PatientMark.Name);
    }

    static bool IsName(string word, bool isNamed) =>
        word.Length > 2 && (isNamed || char.IsUpper(word[0])) && !PatientLexicon.Shipped.Is("notname", word) && !PatientLexicon.Shipped.Is("link", word)
        && !PatientLexicon.Shipped.Is("patient", word);

    /// <summary>Whether nothing but blanks, a comma or a colon stands before the word.</summary>
    static bool Touch(string text, List<(int Start, int End)> words, int at) =>
        at > 0 && text.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End).IndexOfAnyExcept(Gaps) < 0
        && !text.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End).Contains('.');
}
