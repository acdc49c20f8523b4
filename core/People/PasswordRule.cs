using System.Globalization;
using System.Text;
using RbcBot.Core.Texts;

namespace RbcBot.Core.People;

/// <summary>What a password must be: long, and nothing that is tried first. No rule asks for digits or signs (NIST SP 800-63B, 5.1.1.2).</summary>
public static class PasswordRule
{
    /// <summary>Fewest characters (ASVS 6.2.1 asks for 8, and recommends 15).</summary>
    public const int ShortestLength = 12;

    /// <summary>What is recommended.</summary>
    public const int RecommendedLength = 15;

    /// <summary>Most characters: longer ones only cost hashing time (ASVS 6.2.9 asks for 64 at least).</summary>
    public const int LongestLength = 256;

    /// <summary>So many different letters at least.</summary>
    const int FewestLetters = 5;

    /// <summary>What is left of a password when words that anybody would try are taken out must be so long.</summary>
    const int OwnLength = 6;

    /// <summary>Words of the context (ASVS 6.2.11).</summary>
    static readonly string[] Context = ["rwandabiomedicalcentre", "rbcbot", "eudif", "rwanda", "kigali", "console", "admin", "rbc"];

    static readonly string[] Runs =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    ];

    /// <summary>What is wrong with it, a text key; null when it will do.</summary>
    /// <param name="common">Passwords that are tried first, in lower case.</param>
    public static string? Complaint(string password, string name, IReadOnlySet<string> common) =>
        password.Length < ShortestLength ? "console.password.short"
        : password.Length > LongestLength ? "console.password.long"
        : IsNear(password, name) ? "console.password.name"
        : IsCommon(password, name, common) ? "console.password.common"
        : null;

    static bool IsNear(string password, string name) => name.Length >= 3 && Plain(password).Contains(Plain(name), StringComparison.Ordinal);

    static bool IsCommon(string password, string name, IReadOnlySet<string> common)
    {
        var plain = Plain(password);
        var own = Without(plain, [.. Context, .. name.Split(' ', '.', '-', '_').Select(Plain).Where(word => word.Length >= 3)]);
        return plain.Distinct().Count() < FewestLetters
            || common.Contains(plain)
            || common.Contains(plain.Trim("0123456789".ToCharArray()))
            || OwnPart(own, common).Length < OwnLength;
    }

    // A known password with something behind it, one written twice, a row of the keyboard: taken out piece by piece.
    static string OwnPart(string text, IReadOnlySet<string> common)
    {
        var own = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var known = Known(text, at, common);
            if (known == 0)
                own.Append(text[at]);
            at += Math.Max(1, known);
        }
        return own.ToString();
    }

    // A word of an ordinary sentence is on the list as well: one alone is as good as its first two letters, many are long again.
    static int Known(string text, int at, IReadOnlySet<string> common)
    {
        for (var length = Math.Min(text.Length - at, 24); length >= 4; length--)
            if (text.Substring(at, length) is var part && (IsRun(part) || (length * 2 >= text.Length && common.Contains(part))))
                return length;
        return 0;
    }

    static bool IsRun(string part) =>
        part.All(letter => letter == part[0])
        || Runs.Any(run => run.Contains(part, StringComparison.Ordinal) || run.Contains(string.Concat(part.Reverse()), StringComparison.Ordinal))
        || (part.Length == 4 && (part.StartsWith("19", StringComparison.Ordinal) || part.StartsWith("20", StringComparison.Ordinal)) && part.All(char.IsAsciiDigit));

    static string Without(string text, IEnumerable<string> words) => words.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

    // Lower case, no accents, no blanks and signs, and what is written for letters is the letter: p@ssw0rd is password.
    static string Plain(string text) => string.Concat(Folding.Storable(text).ToLowerInvariant().Normalize(NormalizationForm.FormKD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Select(letter => letter switch { '@' => 'a', '$' => 's', var its => its })
        .Where(char.IsLetterOrDigit));
}
