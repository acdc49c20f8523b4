namespace RbcBot.Core.Safety;

/// <summary>Whether two words differ by one letter: one wrong, one missing, one too many, or two neighbours the wrong way round.</summary>
static class OneLetter
{
    public static bool Apart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var same = one.CommonPrefixLength(other);
        var left = one[same..];
        var right = other[same..];
        if (one.Length != other.Length)
            return one.Length > other.Length ? left[1..].SequenceEqual(right) : right[1..].SequenceEqual(left);
        return left.Length < 2 || left[1..].SequenceEqual(right[1..])
            || (left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
