namespace RbcBot.Core.Forms.Expressions;

/// <summary>Something that an expression may say but that its author seldom means.</summary>
/// <param name="Code">Stable word: not-of-answer or regex-matches-part.</param>
/// <param name="Position">1-based character in the author's text.</param>
/// <param name="Message">What it does and what would be plainer, in English.</param>
public sealed record ExpressionHint(string Code, int Position, string Message)
{
    internal static IReadOnlyList<ExpressionHint> In(IEnumerable<Syntax> parts) =>
        [.. parts.OfType<CallSyntax>().Select(Of).OfType<ExpressionHint>()];

    static ExpressionHint? Of(CallSyntax call) => call switch
    {
        { Function.Name: "not", Arguments: [ReferenceSyntax reference] } => new(
            "not-of-answer",
            call.Position,
            $"not(${{{reference.Name}}}) is false even when it is unanswered: write ${{{reference.Name}}} = ''"),
        { Pattern: { } pattern } when !(pattern.Source is ['^', .., '$'] or "^") => new(
            "regex-matches-part",
            call.Position,
            "the pattern may match any part of the answer: begin it with ^ and end it with $ to match the whole"),
        _ => null,
    };
}
