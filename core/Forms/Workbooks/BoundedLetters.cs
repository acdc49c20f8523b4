namespace RbcBot.Core.Forms.Workbooks;

/// <summary>The letters of a text, of which one row may take only so many: the parser keeps a whole row in memory, with all its columns.</summary>
sealed class BoundedLetters(string text, int place) : TextReader
{
    /// <summary>Characters of one row with the block that is read ahead.</summary>
    const int Row = 500_000;

    int row;

    internal void Begin() => row = 0;

    public override int Peek() => place < text.Length ? text[place] : -1;

    public override int Read() => place < text.Length ? text[place++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var length = Math.Min(count, text.Length - place);
        row += length;
        if (row > Row)
        {
            throw new RowTooLongException();
        }
        text.CopyTo(place, buffer, index, length);
        place += length;
        return length;
    }
}

/// <summary>One row of a text has more letters than a row may have.</summary>
sealed class RowTooLongException : Exception;
