using System.Buffers;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Answers;

/// <summary>French words that are written for women and men at once: infirmier·ère, infirmier(ère), étudiant.e.s.</summary>
static partial class Inclusive
{
    /// <summary>Endings of women's words, and the ending of the man's word that they replace; without one they are added.</summary>
    static readonly (string Woman, string[] Man)[] Endings =
    [
        ("iere", ["ier"]), ("ere", ["er"]), ("trice", ["teur"]), ("rice", ["eur"]), ("euse", ["eur"]), ("eresse", ["eur"]),
        ("ienne", ["ien"]), ("enne", ["en"]), ("onne", ["on"]), ("elle", ["el"]), ("ive", ["if"]), ("ve", ["f"]), ("se", ["x"]), ("esse", ["e"]),
    ];

    static readonly SearchValues<char> Marks = SearchValues.Create("·•‧.(/-");

    /// <summary>The words for a man and for a woman; none when the folded label has no such word.</summary>
    public static IReadOnlyList<string> Writings(string folded)
    {
        if (!folded.AsSpan().ContainsAny(Marks) || !Both().IsMatch(folded))
            return [];
        return
        [
            Both().Replace(folded, match => match.Groups["man"].Value + match.Groups["many"].Value),
            Both().Replace(folded, match => Woman(match.Groups["man"].Value, match.Groups["woman"].Value) + match.Groups["many"].Value),
        ];
    }

    static string Woman(string man, string ending)
    {
        var replaced = Endings.Where(entry => entry.Woman == ending).SelectMany(entry => entry.Man).FirstOrDefault(man.EndsWith, "");
        return man[..^replaced.Length] + ending;
    }

    [GeneratedRegex(@"(?<man>\b[a-z]{2,})(?:[·•‧./-](?<woman>iere|ere|trice|rice|euse|eresse|ienne|enne|onne|elle|ive|ve|se|esse|ne|le|te|e)(?:[·•‧./-]?(?<many>s))?|\((?<woman>iere|ere|trice|rice|euse|eresse|ienne|enne|onne|elle|ive|ve|se|esse|ne|le|te|e)\)?(?:\(?(?<many>s)\)?|\))?)(?![a-z])")]
    private static partial Regex Both();
}
