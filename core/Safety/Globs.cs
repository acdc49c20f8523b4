namespace RbcBot.Core.Safety;

/// <summary>Words of which only parts are written: "n*iyahur*" is whatever begins with n and has iyahur in it.</summary>
sealed class Globs
{
    /// <summary>Letters by which a word finds those that it may be.</summary>
    const int Key = 3;

    readonly Dictionary<string, List<(string[] Parts, int[] Items)>> byKey = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A word has no three letters side by side.</exception>
    public Globs(IReadOnlyDictionary<string, int[]> words)
    {
        foreach (var (word, items) in words)
        {
            var parts = word.Split('*');
            var longest = parts.MaxBy(part => part.Length) ?? "";
            if (longest.Length < Key)
                throw new FormatException($"\"{word}\" fits too much.");
            if (!byKey.TryGetValue(longest[..Key], out var its))
                byKey[longest[..Key]] = its = [];
            its.Add((parts, items));
        }
    }

    /// <summary>Places of all that the word may be.</summary>
    public IEnumerable<int> Of(string word)
    {
        var lookup = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<int>? found = null;
        for (var at = 0; at + Key <= word.Length; at++)
            if (lookup.TryGetValue(word.AsSpan(at, Key), out var its))
                foreach (var (parts, items) in its)
                    if (Fits(word, parts))
                        (found ??= []).UnionWith(items);
        return found ?? (IEnumerable<int>)[];
    }

    // Each part stands behind the one before: the first at the beginning, the last at the end.
    static bool Fits(ReadOnlySpan<char> word, string[] parts)
    {
        if (!word.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        word = word[parts[0].Length..];
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var at = word.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
                return false;
            word = word[(at + part.Length)..];
        }
        return word.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
