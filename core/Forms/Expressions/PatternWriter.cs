using System.Globalization;
using System.Text;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Patterns as the other engines read them, in .NET's words: \d and \w mean plain letters and digits, $ only the very end.</summary>
static class PatternWriter
{
    const string Digits = "0-9", Word = "a-zA-Z0-9_";

    /// <summary>The pattern, and how often its repetitions at most multiply.</summary>
    public static (string Text, long Repetitions) Write(string source)
    {
        var written = new StringBuilder(source.Length + 16);
        var repetitions = 1L;
        var inClass = false;
        for (var at = 0; at < source.Length; at++)
        {
            var letter = source[at];
            switch (letter)
            {
                case '\\' when at + 1 < source.Length:
                    written.Append(Escaped(source[++at], inClass));
                    EscapeHyphen(source, at, inClass, written);
                    break;
                case '[' when inClass:
                    written.Append(@"\[");
                    break;
                case '[':
                    inClass = true;
                    written.Append(letter);
                    at += Opening(source, at, written);
                    break;
                case ']':
                    inClass = false;
                    written.Append(letter);
                    break;
                case '$' when !inClass:
                    written.Append(@"\z");
                    break;
                case '.' when !inClass:
                    written.Append(@"[^\n\r\u2028\u2029]");
                    break;
                case '{' when !inClass:
                    repetitions = Math.Min(long.MaxValue / 100_000, repetitions) * Math.Clamp(Repeats(source, at), 1, 100_000);
                    written.Append(letter);
                    break;
                default:
                    written.Append(letter);
                    break;
            }
        }
        return (written.ToString(), repetitions);
    }

    /// <summary>A ^ that turns the class round is passed on with its bracket; gives back how many letters that took.</summary>
    static int Opening(string source, int at, StringBuilder written)
    {
        if (at + 1 >= source.Length || source[at + 1] != '^')
        {
            return 0;
        }
        written.Append('^');
        return 1;
    }

    static string Escaped(char letter, bool inClass) => letter switch
    {
        'd' => inClass ? Digits : $"[{Digits}]",
        'w' => inClass ? Word : $"[{Word}]",
        'D' when !inClass => $"[^{Digits}]",
        'W' when !inClass => $"[^{Word}]",
        _ => "\\" + letter,
    };

    /// <summary>A hyphen after \d, \w or \s in a class begins no range: it means itself.</summary>
    static void EscapeHyphen(string source, int at, bool inClass, StringBuilder written)
    {
        if (inClass && source[at] is 'd' or 'w' or 's' && at + 2 < source.Length && source[at + 1] == '-' && source[at + 2] != ']')
        {
            written.Append('\\');
        }
    }

    /// <summary>The larger number in {2,5}; 1 when there is none.</summary>
    static long Repeats(string source, int at)
    {
        var end = source.IndexOf('}', at);
        if (end < 0)
        {
            return 1;
        }
        var last = source[(at + 1)..end].Split(',', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("1");
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : last.All(char.IsAsciiDigit) ? long.MaxValue : 1;
    }
}
