namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Spreadsheet columns as letters and as numbers.</summary>
static class ColumnLetter
{
    /// <summary>1 gives A, 28 gives AB.</summary>
    internal static string Of(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Of((column - 1) / 26) + Of((column - 1) % 26 + 1);

    /// <summary>The column of a reference such as AB12; 0 when it names none.</summary>
    internal static int In(ReadOnlySpan<char> reference)
    {
        var column = 0;
        for (var place = 0; place < Math.Min(reference.Length, 4) && char.IsAsciiLetter(reference[place]); place++)
        {
            column = column * 26 + (char.ToUpperInvariant(reference[place]) - 'A' + 1);
        }
        return column;
    }
}
