namespace RbcBot.Core.Forms;

/// <summary>A number made of words (FNV-1a): the same on every machine and at every start, as what follows from it must be.</summary>
public static class StableHash
{
    const ulong Offset = 14695981039346656037UL, Prime = 1099511628211UL;

    /// <param name="seed">Tells apart what has the same words.</param>
    public static ulong Of(ReadOnlySpan<char> words, long seed = 0)
    {
        var hash = Offset ^ (ulong)seed;
        foreach (var letter in words)
        {
            hash = unchecked((hash ^ letter) * Prime);
        }
        return hash;
    }

    public static ulong Of(ReadOnlySpan<byte> octets)
    {
        var hash = Offset;
        foreach (var octet in octets)
        {
            hash = unchecked((hash ^ octet) * Prime);
        }
        return hash;
    }
}
