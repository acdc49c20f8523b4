namespace RbcBot.Core.Forms.Expressions;

/// <summary>The words of an expression, read from left to right.</summary>
sealed class Tokens(IReadOnlyList<Token> tokens)
{
    int at;

    public Token Current => tokens[at];

    /// <summary>The word after the current one; the end again at the end.</summary>
    public Token Following => tokens[Math.Min(at + 1, tokens.Count - 1)];

    public Token Take() => tokens[at < tokens.Count - 1 ? at++ : at];

    /// <summary>Takes the current word if it is this sign or operator.</summary>
    public bool TakeIf(string sign)
    {
        var found = Current.Is(sign);
        if (found)
        {
            Take();
        }
        return found;
    }

    public Token Expect(string sign, string why) =>
        Current.Is(sign) ? Take() : throw Wrong(Current, $"{Current.Shown} where \"{sign}\" is wanted: {why}");

    public static ExpressionException Wrong(Token token, string message) => new(token.Position, message);
}
