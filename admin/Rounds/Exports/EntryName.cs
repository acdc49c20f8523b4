using System.Text;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>Names inside archives: no way out of a folder, nothing that a file system refuses.</summary>
static class EntryName
{
    const int Longest = 100;

    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes().Take(Longest))
            plain.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' ? rune.ToString() : "_");
        return plain.ToString().TrimStart('.') is { Length: > 0 } kept ? kept : "form";
    }
}
