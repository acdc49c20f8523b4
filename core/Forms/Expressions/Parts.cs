namespace RbcBot.Core.Forms.Expressions;

/// <summary>A tree and all that is in it, in the order of the text.</summary>
static class Parts
{
    public static IEnumerable<Syntax> Of(Syntax syntax)
    {
        var waiting = new Stack<Syntax>([syntax]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var part in Within(next).Reverse())
            {
                waiting.Push(part);
            }
        }
    }

    /// <summary>The name that a part refers to; null when it refers to none.</summary>
    public static string? ReferenceIn(Syntax part) => part switch
    {
        ReferenceSyntax reference => reference.Name,
        CallSyntax { Function.Name: "jr:choice-name", Arguments: [_, LiteralSyntax question] } =>
            SelectFunctions.NameIn(question.Value.Text(TimeZoneInfo.Utc)),
        _ => null,
    };

    static IEnumerable<Syntax> Within(Syntax syntax) => syntax switch
    {
        NegationSyntax negation => [negation.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        CallSyntax call => call.Arguments,
        FilterSyntax filter => [filter.Of, .. filter.Predicates],
        PathSyntax path => [.. path.From is { } from ? new[] { from } : [], .. path.Steps.SelectMany(step => step.Predicates)],
        _ => [],
    };
}
