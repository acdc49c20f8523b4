using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations.Register;

/// <summary>Answers by which people are listed and found: by the words of their question's name, since who keeps them does not know the form.</summary>
static class TellingAnswers
{
    const int LongestFile = 120;

    static readonly HashSet<string> NameWords = new(StringComparer.OrdinalIgnoreCase) { "name", "names", "surname", "firstname", "lastname", "nom", "noms", "prenom", "izina", "amazina", "full", "first", "last", "own" };
    static readonly HashSet<string> PhoneWords = new(StringComparer.OrdinalIgnoreCase) { "phone", "phones", "telephone", "tel", "mobile", "msisdn", "telefone", "telefoni", "whatsapp", "number", "own" };
    static readonly HashSet<string> DistrictWords = new(StringComparer.OrdinalIgnoreCase) { "district", "akarere" };
    static readonly HashSet<string> CadreWords = new(StringComparer.OrdinalIgnoreCase) { "cadre", "profession", "umwuga" };

    /// <summary>Those of a session, in their order.</summary>
    public static IEnumerable<GivenAnswer> In(Session session) => session.Answers.Where(answer => Tells(answer.Path) || IsFile(answer.Value));

    /// <summary>Whether all words of the question's name are of a person's own name: a facility's is none.</summary>
    public static bool IsName(string path) => All(path, NameWords);

    public static bool IsPhone(string path) => All(path, PhoneWords);

    public static bool IsDistrict(string path) => Any(path, DistrictWords);

    public static bool IsCadre(string path) => Any(path, CadreWords) && !path.EndsWith("other", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the answer may be the name of a file that was sent: one word with an ending of letters.</summary>
    public static bool IsFile(string value) =>
        value.Length < LongestFile && value.LastIndexOf('.') is > 0 and var dot && value.Length - dot is > 2 and < 6 && char.IsAsciiLetter(value[^1]) && !value.Contains(' ', StringComparison.Ordinal);

    static bool Tells(string path) => IsName(path) || IsPhone(path) || IsDistrict(path) || IsCadre(path);

    static bool All(string path, HashSet<string> words)
    {
        var any = false;
        foreach (var word in new Words(path))
            if (!words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                return false;
            else
                any = true;
        return any;
    }

    static bool Any(string path, HashSet<string> words)
    {
        foreach (var word in new Words(path))
            if (words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                return true;
        return false;
    }

    /// <summary>The words of a path's last name, parted by what is no letter: nothing is allocated, for every answer of a turn is looked at.</summary>
    ref struct Words(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> rest = path[(path.LastIndexOf('/') + 1)..];

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Words GetEnumerator() => this;

        public bool MoveNext()
        {
            while (rest.Length > 0 && !char.IsLetter(rest[0]))
                rest = rest[1..];
            var end = 0;
            while (end < rest.Length && char.IsLetter(rest[end]))
                end++;
            Current = rest[..end];
            rest = rest[end..];
            return end > 0;
        }
    }
}
