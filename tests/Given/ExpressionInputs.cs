using System.Text;

namespace RbcBot.Tests.Given;

/// <summary>Expressions as authors, and people who mean harm, may write them: the same for the same seed.</summary>
sealed class ExpressionInputs(int seed)
{
    static readonly string[] functions =
    [
        "true", "false", "boolean", "not", "boolean-from-string", "if", "coalesce", "checklist", "weighted-checklist", "string", "concat", "join",
        "substr", "substring", "substring-before", "substring-after", "contains", "starts-with", "ends-with", "string-length", "normalize-space",
        "translate", "regex", "digest", "base64-decode", "number", "int", "round", "floor", "ceiling", "abs", "sqrt", "exp", "exp10", "log", "log10",
        "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "pow", "pi", "min", "max", "sum", "selected", "selected-at", "count-selected",
        "jr:choice-name", "jr:itext", "today", "now", "date", "date-time", "decimal-date-time", "decimal-time", "format-date", "format-date-time",
        "current", "instance", "pulldata", "once", "count", "count-non-empty", "position", "last", "indexed-repeat", "randomize", "name",
        "local-name", "namespace-uri", "id", "lang", "random", "uuid", "area", "distance", "geofence", "intersects", "duration", "nonsense",
    ];

    static readonly string[] leaves =
    [
        "${x}", "${n}", "${none}", "${m}", "${cases}", "${staff}", "${last-saved#x}", "${missing}", ".", "..", "1", "0", "2.5", "1e400", "99999999999999999999", "''",
        "'yes'", "'2026-01-15'", "'b c'", "\"it's\"", "'(a+)+$'", "'(a|aa)*b'", "'[0-9]{1,99999}'", "'(x{999}){999}'", "'['", "'\\d+'", "'hex'", "'MD5'",
        "/", "//*", "/data/*", "/data/staff[2]/cases", "//cases", "/data/work/q5", "instance('districts')/root/item", "@id", "text()", "/data/work",
        "self::node()", "preceding::*", "following::*[1]", "ancestor::*", "namespace::*", "processing-instruction('x')", "jr:x", "*", "'%Y-%m-%d %'",
    ];

    static readonly string[] operators = ["=", "!=", "<", "<=", ">", ">=", "+", "-", "*", " div ", " mod ", " and ", " or ", "|", "/", "//"];
    static readonly string[] noise = ["[", "]", "(", ")", "'", "\"", "${", "}", "::", ",", "$", "@", "<>", "==", "&&", "\u2019", "\u00a0", "\0", "\ud800", "é", " ", "\n", "!", "#", ":"];

    readonly Random random = new(seed);

    public string Next() => random.Next(10) switch
    {
        < 5 => Sentence(3),
        < 8 => Hurt(Sentence(3)),
        8 => Soup(),
        _ => Long(),
    };

    /// <summary>An expression by the rules, though its arguments need not fit.</summary>
    string Sentence(int depth) => (depth == 0 ? 0 : random.Next(8)) switch
    {
        < 2 => Of(leaves),
        < 4 => $"{Of(functions)}({string.Join(", ", Enumerable.Range(0, random.Next(5)).Select(_ => Sentence(depth - 1)))})",
        4 => $"{Of(leaves)}[{Sentence(depth - 1)}]",
        5 => $"({Sentence(depth - 1)})",
        6 => $"-{Sentence(depth - 1)}",
        _ => $"{Sentence(depth - 1)}{Of(operators)}{Sentence(depth - 1)}",
    };

    /// <summary>The text with some letters left out, doubled or changed.</summary>
    string Hurt(string text)
    {
        var hurt = new StringBuilder(text);
        for (var times = random.Next(1, 4); times > 0 && hurt.Length > 0; times--)
        {
            var at = random.Next(hurt.Length);
            switch (random.Next(4))
            {
                case 0:
                    hurt.Remove(at, 1);
                    break;
                case 1:
                    hurt.Insert(at, Of(noise));
                    break;
                case 2:
                    hurt[at] = (char)random.Next(1, 0x250);
                    break;
                default:
                    hurt.Insert(at, hurt.ToString(at, Math.Min(8, hurt.Length - at)));
                    break;
            }
        }
        return hurt.ToString();
    }

    string Soup() => string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(4) switch
    {
        0 => Of(noise),
        1 => Of(operators),
        2 => Of(functions) + "(",
        _ => Of(leaves),
    }));

    /// <summary>One part many times over, which exhausts a reader that is not careful.</summary>
    string Long()
    {
        var times = 1 << random.Next(1, 9);
        return random.Next(100) switch
        {
            < 30 => new string('(', times) + Of(leaves) + new string(')', times),
            30 => string.Concat(Enumerable.Repeat("//*[", Math.Min(times, 50))) + "1" + new string(']', Math.Min(times, 50)),
            < 60 => string.Join(Of(operators), Enumerable.Repeat(Of(leaves), times)),
            < 80 => new string('-', times) + Of(leaves),
            _ => string.Concat(Enumerable.Repeat(Of(functions) + "(", times)),
        };
    }

    string Of(string[] words) => words[random.Next(words.Length)];
}
