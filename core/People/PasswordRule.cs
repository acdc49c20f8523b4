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

    /// <summary>Of zxcvbn's scores from 0 to 4 the first that will do: more than a hundred million guesses (Wheeler, USENIX Security 2016).</summary>
    const int LowestScore = 3;

    /// <summary>Judging takes as long as the square of the length; what these characters are worth, the whole is worth too.</summary>
    const int JudgedLength = 64;

    /// <summary>Words of the context (ASVS 6.2.11).</summary>
    static readonly string[] Context = ["rwanda", "biomedical", "centre", "rwandabiomedicalcentre", "rbc", "rbcbot", "eudif", "kigali", "console", "admin"];

    /// <summary>What is wrong with it, a text key; null when it will do.</summary>
    public static string? Complaint(string password, string name) =>
        password.Length < ShortestLength ? "console.password.short"
        : password.Length > LongestLength ? "console.password.long"
        : IsNear(password, name) ? "console.password.name"
        : IsGuessed(password, name) ? "console.password.common"
        : null;

    static bool IsNear(string password, string name) => name.Length >= 3 && Plain(password).Contains(Plain(name), StringComparison.Ordinal);

    static bool IsGuessed(string password, string name) =>
        Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(JudgedLength, password.Length)], [.. Context, .. name.ToLowerInvariant().Split(' ', '.', '-', '_')]).Score < LowestScore;

    // Lower case, without accents, blanks and signs.
    static string Plain(string text) => string.Concat(Folding.Fold(Folding.Storable(text)).Where(char.IsLetterOrDigit));
}
