using System.Globalization;
using System.Text;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Patterns as the other engines read them, in .NET's words: \d and \w mean plain letters and digits, $ only the very end.</summary>
sealed class PatternWriter
{
    const string Digits = "0-9", Word = "a-zA-Z0-9_";

    /// <summary>Repetitions beyond which it does not matter how many there are.</summary>
    const long Countless = 100_000;

    readonly string source;
    readonly StringBuilder written;
    int at;
    bool inClass;

    PatternWriter(string source) => (this.source, written) = (source, new(source.Length + 16));

    /// <summary>How often the pattern's repetitions at most multiply.</summary>
    long Repetitions { get; set; } = 1;

    /// <summary>The pattern, and how often its repetitions at most multiply.</summary>
    public static (string Text, long Repetitions) Write(string source)
    {
        var writer = new PatternWriter(source);
        for (; writer.at < source.Length; writer.at++)
        {
            writer.Write(source[writer.at]);
        }
        return (writer.written.ToString(), writer.Repetitions);
    }

    /// <summary>Whether \d or the like comes next, which ends no range.</summary>
    bool IsBeforeShorthand => at + 2 < source.Length && source[at + 1] == '\\' && source[at + 2] is 'd' or 'w' or 's' or 'D' or 'W' or 'S';

    void Write(char letter)
    {
        if (letter == '\\' && at + 1 < source.Length)
        {
            at++;
            written.Append(Escaped(source[at]));
            EscapeHyphen();
        }
        else if (inClass)
        {
            inClass = letter != ']';
            written.Append(letter == '[' ? @"\[" : letter == '-' && IsBeforeShorthand ? @"\-" : letter.ToString());
        }
        else
        {
            Outside(letter);
        }
    }

    void Outside(char letter)
    {
        switch (letter)
        {
            case '$':
                written.Append(@"\z");
                break;
            case '.':
                written.Append(@"[^\n\r\u2028\u2029]");
                break;
            case '{':
                Repetitions = Math.Min(Countless, Repetitions) * Math.Clamp(Repeats(), 1, Countless);
                goto default;
            default:
                inClass = letter == '[';
                written.Append(letter);
                break;
        }
    }

    string Escaped(char letter) => letter switch
    {
        'd' => inClass ? Digits : $"[{Digits}]",
        'w' => inClass ? Word : $"[{Word}]",
        'D' when !inClass => $"[^{Digits}]",
        'W' when !inClass => $"[^{Word}]",
        _ => "\\" + letter,
    };

    /// <summary>A hyphen after \d, \w or \s in a class begins no range: it means itself.</summary>
    void EscapeHyphen()
    {
        if (inClass && source[at] is 'd' or 'w' or 's' && at + 2 < source.Length && source[at + 1] == '-' && source[at + 2] != ']')
        {
            written.Append('\\');
        }
    }

    /// <summary>The larger number in {2,5}; 1 when there is none.</summary>
    long Repeats()
    {
        var end = source.IndexOf('}', at);
        if (end < 0)
        {
            return 1;
        }
        var last = source[(at + 1)..end].Split(',', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("1");
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : last.All(char.IsAsciiDigit) ? Countless : 1;
    }
}
