namespace RbcBot.Core.Forms.Expressions;

/// <summary>A compiled XLSForm expression: immutable, worked out as often as wanted.</summary>
public sealed class Expression
{
    Expression(string source) => Source = source;

    /// <summary>The author's text.</summary>
    public string Source { get; }

    /// <summary>Names used as ${name}, each once, in the order of the text.</summary>
    public IReadOnlyList<string> References => throw new NotSupportedException();

    /// <summary>Names of the functions called, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Functions => throw new NotSupportedException();

    /// <summary>Reads an expression; never throws on what an author wrote.</summary>
    public static ExpressionReading Parse(string text) => new(new(text), null);

    /// <summary>The value as a form stores it: as the text, but "" for a number that is not one (NaN).</summary>
    public string AsStored(EvaluationContext context) => throw new NotSupportedException(Source + context);

    /// <summary>The value as XPath's text, "NaN" included.</summary>
    public string AsString(EvaluationContext context) => throw new NotSupportedException(Source + context);

    public double AsNumber(EvaluationContext context) => throw new NotSupportedException(Source + context);

    public bool AsBoolean(EvaluationContext context) => throw new NotSupportedException(Source + context);

    /// <summary>The nodes of a path, in document order; throws ExpressionException when the value is not nodes.</summary>
    public IReadOnlyList<Node> AsNodes(EvaluationContext context) => throw new NotSupportedException(Source + context);
}
