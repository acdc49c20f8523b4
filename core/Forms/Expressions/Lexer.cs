namespace RbcBot.Core.Forms.Expressions;

/// <summary>Cuts an expression into words; throws ExpressionException where it cannot.</summary>
sealed class Lexer(string source)
{
    /// <summary>Before a name: the answer that the person gave when the form was last submitted.</summary>
    const string LastSaved = "last-saved#";

    static readonly string[] wordOperators = ["and", "or", "div", "mod"];
    static readonly string[] signs = ["::", "..", "//", "!=", "<=", ">=", "(", ")", "[", "]", ",", "@", ".", "/", "|", "+", "-", "=", "<", ">", "*"];
    static readonly Dictionary<string, string> habits = new()
    {
        ["=="] = "write = to compare",
        ["<>"] = "write != for \"is not\"",
        ["&&"] = "write and",
        ["||"] = "write or",
    };

    readonly List<Token> tokens = [];
    int at;

    public static IReadOnlyList<Token> Cut(string source) => new Lexer(source).Cut();

    List<Token> Cut()
    {
        while (true)
        {
            while (at < source.Length && char.IsWhiteSpace(source[at]))
            {
                at++;
            }
            if (at == source.Length)
            {
                tokens.Add(new(TokenKind.End, "", at + 1));
                return tokens;
            }
            tokens.Add(Next(source[at]));
        }
    }

    bool AfterOperand => tokens.Count > 0 && tokens[^1].EndsOperand;

    char Ahead(int by) => at + by < source.Length ? source[at + by] : '\0';

    Token Next(char first) => first switch
    {
        '\'' or '"' => Quoted(first),
        '$' => Reference(),
        '\u2018' or '\u2019' or '\u201C' or '\u201D' => throw Wrong("a curly quote: use straight quotes, ' or \""),
        _ when char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(Ahead(1))) => Number(),
        _ when char.IsLetter(first) || first == '_' => Name(),
        _ => Sign(),
    };

    Token Quoted(char quote)
    {
        var end = source.IndexOf(quote, at + 1);
        if (end < 0)
        {
            throw Wrong($"a text without an end: close it with {quote}");
        }
        return Take(TokenKind.Text, end + 1, source[(at + 1)..end]);
    }

    Token Reference()
    {
        var end = source.IndexOf('}', at);
        if (Ahead(1) != '{' || end < 0)
        {
            throw Wrong("$ begins the name of a question: write ${name}");
        }
        var name = source[(at + 2)..end].Trim();
        var plain = name.StartsWith(LastSaved, StringComparison.Ordinal) ? name[LastSaved.Length..] : name;
        if (plain.Length == 0 || !plain.All(IsOfName))
        {
            throw Wrong($"\"{name}\" cannot be a question's name: write ${{name}} with letters, digits, _ . or -");
        }
        return Take(TokenKind.Reference, end + 1, name);
    }

    Token Number()
    {
        var end = at;
        while (end < source.Length && char.IsAsciiDigit(source[end]))
        {
            end++;
        }
        if (end < source.Length && source[end] == '.')
        {
            do
            {
                end++;
            }
            while (end < source.Length && char.IsAsciiDigit(source[end]));
        }
        return Take(TokenKind.Number, end, source[at..end]);
    }

    Token Name()
    {
        if (AfterOperand && Array.Find(wordOperators, IsHere) is { } word)
        {
            return Take(TokenKind.Operator, at + word.Length, word);
        }
        var end = EndOfName(at);
        // One colon joins a prefix to a name; two are an axis.
        if (end + 1 < source.Length && source[end] == ':' && (char.IsLetter(source[end + 1]) || source[end + 1] is '_' or '*'))
        {
            end = source[end + 1] == '*' ? end + 2 : EndOfName(end + 1);
        }
        return Take(TokenKind.Name, end, source[at..end]);
    }

    bool IsHere(string word) =>
        string.CompareOrdinal(source, at, word, 0, word.Length) == 0 && !char.IsLetter(Ahead(word.Length)) && Ahead(word.Length) != '_';

    int EndOfName(int from)
    {
        while (from < source.Length && IsOfName(source[from]))
        {
            from++;
        }
        return from;
    }

    static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.';

    Token Sign()
    {
        foreach (var (habit, advice) in habits)
        {
            if (string.CompareOrdinal(source, at, habit, 0, 2) == 0)
            {
                throw Wrong($"{habit} is not an operator here: {advice}");
            }
        }
        var sign = Array.Find(signs, sign => string.CompareOrdinal(source, at, sign, 0, sign.Length) == 0)
            ?? throw Wrong($"\"{source[at]}\" means nothing here: take it out");
        var isOperator = sign is "!=" or "<=" or ">=" or "|" or "+" or "-" or "=" or "<" or ">" || (sign == "*" && AfterOperand);
        return Take(isOperator ? TokenKind.Operator : TokenKind.Sign, at + sign.Length, sign);
    }

    Token Take(TokenKind kind, int end, string text)
    {
        var token = new Token(kind, text, at + 1);
        at = end;
        return token;
    }

    ExpressionException Wrong(string message) => new(at + 1, message);
}
