namespace RbcBot.Core.Places;

/// <summary>How many slips of the finger lie between two writings: a letter missing, added, wrong, or two swapped.</summary>
static class Slips
{
    public static int Between(string one, string other)
    {
        var (beforeLast, last) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        for (var row = 1; row <= one.Length; row++)
        {
            var current = new int[other.Length + 1];
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = one[row - 1] == other[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], last[column]) + 1, last[column - 1] + change);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
            }
            (beforeLast, last) = (last, current);
        }
        return last[^1];
    }
}
