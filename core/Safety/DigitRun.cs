using System.Text;

namespace RbcBot.Core.Safety;

/// <summary>Digits that stand together, with blanks, dots, dashes or strokes between them.</summary>
/// <param name="End">Behind the last digit.</param>
/// <param name="IsAbroad">Whether a plus stands before them.</param>
/// <param name="Parts">How many digits each part has.</param>
sealed record DigitRun(string Digits, int End, bool IsAbroad, IReadOnlyList<int> Parts)
{
    /// <summary>More digits than any number of a person has: then it is no such number.</summary>
    const int Most = 20;

    const string Between = " .-/()\u00A0\u202F\u2011\u2013";

    public static DigitRun At(string text, int start)
    {
        var digits = new StringBuilder();
        List<int> parts = [];
        var at = text[start] == '+' ? start + 1 : start;
        var end = at;
        for (var inPart = 0; at < text.Length; at++)
            if (IsDigit(text, at))
            {
                if (digits.Length <= Most)
                    digits.Append(Plain(text[at]));
                inPart++;
                end = at + 1;
                if (at + 1 >= text.Length || !IsDigit(text, at + 1))
                {
                    parts.Add(inPart);
                    inPart = 0;
                }
            }
            else if (!IsBetween(text, at))
                break;
        return new(digits.ToString(), end, text[start] == '+', parts);
    }

    /// <summary>A digit of any script; the letter o between digits is a zero to who types it.</summary>
    public static bool IsDigit(string text, int at) => char.IsDigit(text[at])
        || (text[at] is 'o' or 'O' && at + 1 < text.Length && text[at + 1] == '7' && (at == 0 || !char.IsLetter(text[at - 1])));

    static bool IsBetween(string text, int at) => Between.Contains(text[at], StringComparison.Ordinal)
        && (at + 1 < text.Length) && (char.IsDigit(text[at + 1]) || (Between.Contains(text[at + 1], StringComparison.Ordinal) && at + 2 < text.Length && char.IsDigit(text[at + 2])));

    static char Plain(char sign) => char.IsDigit(sign) ? (char)('0' + (int)char.GetNumericValue(sign)) : '0';
}
