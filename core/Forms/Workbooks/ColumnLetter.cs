namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Spreadsheet columns as letters and as numbers.</summary>
static class ColumnLetter
{
    /// <summary>1 gives A, 28 gives AB.</summary>
    internal static string Of(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Of((column - 1) / 26) + Of((column - 1) % 26 + 1);

    /// <summary>The column of a reference such as AB12; 0 when it names none.</summary>
    internal static int In(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        }
        return column;
    }
}
