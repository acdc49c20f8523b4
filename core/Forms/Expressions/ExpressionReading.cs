namespace RbcBot.Core.Forms.Expressions;

/// <summary>The outcome of reading an author's expression: one of the two is there.</summary>
public sealed record ExpressionReading(Expression? Expression, ExpressionError? Error);

/// <summary>Why an expression cannot be read.</summary>
/// <param name="Position">1-based character in the author's text.</param>
/// <param name="Message">What is wrong and what would be right, in English.</param>
public sealed record ExpressionError(int Position, string Message);
