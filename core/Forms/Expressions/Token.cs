namespace RbcBot.Core.Forms.Expressions;

enum TokenKind { Number, Text, Name, Reference, Operator, Sign, End }

/// <summary>One word of an expression.</summary>
/// <param name="Text">The word itself; of a text without its quotes, of a reference without its braces.</param>
/// <param name="Position">1-based.</param>
sealed record Token(TokenKind Kind, string Text, int Position)
{
    /// <summary>Whether what follows must be an operator: then * multiplies and "and", "or", "div", "mod" are no names.</summary>
    public bool EndsOperand => Kind switch
    {
        TokenKind.Number or TokenKind.Text or TokenKind.Name or TokenKind.Reference => true,
        TokenKind.Sign => Text is ")" or "]" or "." or ".." or "*",
        _ => false,
    };

    public bool Is(string text) => Kind is TokenKind.Operator or TokenKind.Sign && Text == text;

    public string Shown => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => $"the text '{Text}'",
        TokenKind.Reference => $"${{{Text}}}",
        _ => $"\"{Text}\"",
    };
}
