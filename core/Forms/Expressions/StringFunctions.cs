using System.Text;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of texts.</summary>
static class StringFunctions
{
    static readonly char[] spaces = [' ', '\t', '\r', '\n'];

    public static readonly IReadOnlyList<Function> All =
    [
        Function.Text("string", 0, 1, OwnOrFirst),
        Function.Text("concat", 0, Function.AnyNumber, call => string.Concat(call.Texts(0))),
        Function.Text("join", 1, Function.AnyNumber, call => string.Join(call.Text(0), call.Texts(1))),
        Function.Text("substr", 2, 3, Substr),
        Function.Text("substring", 2, 3, Substring),
        Function.Text("substring-before", 2, 2, call => Around(call, (text, at, _) => text[..at])),
        Function.Text("substring-after", 2, 2, call => Around(call, (text, at, length) => text[(at + length)..])),
        Function.Truth("contains", 2, 2, call => call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)),
        Function.Truth("starts-with", 2, 2, call => call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal)),
        Function.Truth("ends-with", 2, 2, call => call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)),
        Function.Number("string-length", 0, 1, call => OwnOrFirst(call).Length),
        Function.Text("normalize-space", 0, 1, call => string.Join(' ', Words(OwnOrFirst(call)))),
        Function.Text("translate", 3, 3, Translate),
        Function.Truth("regex", 2, 2, Regex),
    ];

    /// <summary>What spaces part; other blanks, such as the one that does not break, are letters of a word.</summary>
    public static string[] Words(string text) => text.Split(spaces, StringSplitOptions.RemoveEmptyEntries);

    public static bool IsSpace(char letter) => letter is ' ' or '\t' or '\r' or '\n';

    static string OwnOrFirst(Call call) => call.Count == 0 ? call.Focus.Node.Seen : call.Text(0);

    /// <summary>From and to count from 0, to is left out; negative ones count from the end.</summary>
    static string Substr(Call call)
    {
        var text = call.Text(0);
        var from = Place(call.Number(1), text.Length);
        var to = call.Count > 2 ? Place(call.Number(2), text.Length) : text.Length;
        return from < to ? text[from..to] : "";
    }

    static int Place(double number, int length) =>
        double.IsNaN(number) ? 0 : (int)Math.Clamp(Math.Truncate(number) + (number < 0 ? length : 0), 0, length);

    /// <summary>XPath's own: the start counts from 1, then a length, both rounded, and NaN takes nothing.</summary>
    static string Substring(Call call)
    {
        var text = call.Text(0);
        var first = Math.Floor(call.Number(1) + 0.5);
        var end = call.Count > 2 ? first + Math.Floor(call.Number(2) + 0.5) : double.PositiveInfinity;
        return string.Concat(text.Where((_, index) => index + 1 >= first && index + 1 < end));
    }

    static string Around(Call call, Func<string, int, int, string> part)
    {
        var (text, mark) = (call.Text(0), call.Text(1));
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? "" : part(text, at, mark.Length);
    }

    static string Translate(Call call)
    {
        var (text, from, to) = (call.Text(0), call.Text(1), call.Text(2));
        var translated = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var at = from.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0)
            {
                translated.Append(letter);
            }
            else if (at < to.Length)
            {
                translated.Append(to[at]);
            }
        }
        return translated.ToString();
    }

    static bool Regex(Call call)
    {
        try
        {
            return (call.Pattern ?? Pattern.Read(call.Text(1))).IsIn(call.Text(0));
        }
        catch (ArgumentException wrong)
        {
            throw call.Wrong($"the pattern cannot be read: {wrong.Message}");
        }
    }
}
