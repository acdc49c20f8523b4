using System.Globalization;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Reads words as a tree: one method a level of precedence, loosest first; throws ExpressionException where it cannot.</summary>
sealed class Parser
{
    /// <summary>Brackets within brackets that an expression may have; deeper ones would exhaust the stack.</summary>
    const int DeepestNesting = 60;

    /// <summary>Operators that an expression may have, for the same reason.</summary>
    const int MostOperators = 1500;

    static readonly Dictionary<string, Operator>[] levels =
    [
        new() { ["or"] = Operator.Or },
        new() { ["and"] = Operator.And },
        new() { ["="] = Operator.Equal, ["!="] = Operator.NotEqual },
        new() { ["<"] = Operator.Less, ["<="] = Operator.LessOrEqual, [">"] = Operator.Greater, [">="] = Operator.GreaterOrEqual },
        new() { ["+"] = Operator.Add, ["-"] = Operator.Subtract },
        new() { ["*"] = Operator.Multiply, ["div"] = Operator.Divide, ["mod"] = Operator.Modulo },
    ];

    readonly Tokens tokens;
    readonly PathParser paths;
    int nesting;
    int operators;

    Parser(Tokens tokens)
    {
        this.tokens = tokens;
        paths = new(tokens, Whole, Primary);
    }

    public static Syntax Read(string source)
    {
        var tokens = new Tokens(Lexer.Cut(source));
        if (tokens.Current.Kind == TokenKind.End)
        {
            throw Tokens.Wrong(tokens.Current, "nothing is written here: write an expression or leave the cell empty");
        }
        var syntax = new Parser(tokens).Whole();
        return tokens.Current.Kind == TokenKind.End ? syntax : throw Tokens.Wrong(tokens.Current, Unexpected(tokens.Current));
    }

    Syntax Whole()
    {
        if (++nesting > DeepestNesting)
        {
            throw Tokens.Wrong(tokens.Current, $"more than {DeepestNesting} brackets within brackets: split it into several calculate rows");
        }
        var syntax = Level(0);
        nesting--;
        return syntax;
    }

    Syntax Level(int level)
    {
        if (level == levels.Length)
        {
            return Negated();
        }
        var left = Level(level + 1);
        while (tokens.Current.Kind == TokenKind.Operator && levels[level].TryGetValue(tokens.Current.Text, out var found))
        {
            var position = Counted().Position;
            left = new BinarySyntax(position, found, left, Level(level + 1));
        }
        return left;
    }

    Syntax Negated()
    {
        if (tokens.Current.Kind != TokenKind.Operator || tokens.Current.Text != "-")
        {
            return Union();
        }
        var position = Counted().Position;
        return new NegationSyntax(position, Negated());
    }

    Syntax Union()
    {
        var left = paths.Path();
        while (tokens.Current.Kind == TokenKind.Operator && tokens.Current.Text == "|")
        {
            var position = Counted().Position;
            left = new BinarySyntax(position, Operator.Union, left, paths.Path());
        }
        return left;
    }

    Token Counted() => ++operators <= MostOperators
        ? tokens.Take()
        : throw Tokens.Wrong(tokens.Current, $"more than {MostOperators} operators: split it into several calculate rows");

    Syntax Primary()
    {
        var token = tokens.Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralSyntax(token.Position, Value.Of(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                return new LiteralSyntax(token.Position, Value.Of(token.Text));
            case TokenKind.Reference:
                return new ReferenceSyntax(token.Position, token.Text);
            case TokenKind.Name:
                return Call(token);
            case TokenKind.Sign when token.Text == "(":
                var inside = Whole();
                tokens.Expect(")", "close the bracket");
                return inside;
            default:
                throw Tokens.Wrong(token, Unexpected(token));
        }
    }

    CallSyntax Call(Token name)
    {
        tokens.Expect("(", $"{name.Text} is a function");
        List<Syntax> arguments = [];
        if (!tokens.TakeIf(")"))
        {
            do
            {
                arguments.Add(Whole());
            }
            while (tokens.TakeIf(","));
            tokens.Expect(")", $"close the bracket of {name.Text}, or put a comma between its arguments");
        }
        return CallCheck.Checked(name, arguments);
    }

    static string Unexpected(Token token) => token.Kind switch
    {
        TokenKind.End => "the expression stops too early: a value is missing at its end",
        TokenKind.Number or TokenKind.Text or TokenKind.Name or TokenKind.Reference =>
            $"{token.Shown} has no operator before it: write one, such as = or and",
        _ => $"{token.Shown} is out of place: a value such as ${{name}}, 5 or 'text' is wanted here",
    };
}
