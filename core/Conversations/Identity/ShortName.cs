using System.Globalization;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What somebody is called on a phone that several use.</summary>
static class ShortName
{
    /// <summary>Letters, as they are seen; docs/sources.md#shared-phones.</summary>
    public const int Longest = 20;

    /// <summary>The name that was written; null when it cannot be one, or when somebody else there is called so.</summary>
    public static string? Read(string words, IEnumerable<Sharer> others)
    {
        var name = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 0 && new StringInfo(name).LengthInTextElements <= Longest && name.Any(char.IsLetter) && name.All(IsOfName)
            && Commands.Read(name) is null && !PhoneWords.IsOther(name) && others.All(other => !IsSame(other.Name, name)) ? name : null;
    }

    public static bool IsSame(string one, string other) => Folding.Bare(one) == Folding.Bare(other);

    static bool IsOfName(char sign) =>
        char.IsLetterOrDigit(sign) || " -'’.".Contains(sign, StringComparison.Ordinal) || char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;
}
