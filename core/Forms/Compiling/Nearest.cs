namespace RbcBot.Core.Forms.Compiling;

/// <summary>What an author may have meant by a name that is not there.</summary>
static class Nearest
{
    /// <summary>The first name that differs in case, an ending or one letter; null when none does.</summary>
    internal static string? To(string name, IEnumerable<string> names) => names.FirstOrDefault(other => IsNear(name, other));

    static bool IsNear(string name, string other) => other.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (other.Length > 2 && (other.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(other, StringComparison.OrdinalIgnoreCase)))
        || (name.Length > 3 && IsOneLetterOff(name, other));

    /// <summary>One letter more, less or other.</summary>
    static bool IsOneLetterOff(string name, string other)
    {
        var same = 0;
        while (same < Math.Min(name.Length, other.Length) && name[same] == other[same])
        {
            same++;
        }
        return name.Length == other.Length ? string.CompareOrdinal(name, same + 1, other, same + 1, name.Length) == 0
            : Math.Abs(name.Length - other.Length) == 1
                && (name.Length > other.Length ? string.CompareOrdinal(name, same + 1, other, same, name.Length) : string.CompareOrdinal(name, same, other, same + 1, other.Length)) == 0;
    }
}
