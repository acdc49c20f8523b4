namespace RbcBot.Core.Forms.Expressions;

/// <summary>An expression that can be read but not worked out, such as count over something that is not nodes.</summary>
/// <param name="position">1-based character in the author's text.</param>
public sealed class ExpressionException(int position, string message) : Exception(message)
{
    public int Position { get; } = position;
}
