namespace RbcBot.Core.Forms.Expressions;

/// <summary>A compiled XLSForm expression: immutable, worked out as often as wanted.</summary>
public sealed class Expression
{
    readonly Syntax syntax;
    readonly bool hasConditions;

    Expression(string source, Syntax syntax)
    {
        (Source, this.syntax) = (source, syntax);
        var parts = Parts.Of(syntax).ToList();
        References = [.. parts.Select(Parts.ReferenceIn).OfType<string>().Distinct()];
        Functions = [.. parts.OfType<CallSyntax>().Select(call => call.Function.Name).Distinct()];
        PathNames = [.. parts.OfType<PathSyntax>().SelectMany(path => path.Steps).Where(step => step.Test == NodeTest.Named).Select(step => step.Name).Distinct()];
        Roams = parts.OfType<PathSyntax>().SelectMany(path => path.Steps).Any(Wanders);
        ReadsItself = parts.OfType<PathSyntax>().Any(path => path is { IsAbsolute: false, From: null, Steps: [{ Axis: Axis.Self }] }) || Functions.Contains("once");
        hasConditions = parts.Any(part => part is FilterSyntax || (part is PathSyntax path && path.Steps.Any(step => step.Predicates.Count > 0)));
        Hints = ExpressionHint.In(parts);
    }

    /// <summary>The tree, for the lint.</summary>
    internal Syntax Tree => syntax;

    /// <summary>The author's text.</summary>
    public string Source { get; }

    /// <summary>Names used as ${name}, each once, in the order of the text; also those in a text '${name}' of jr:choice-name.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Names of the functions called, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Functions { get; }

    /// <summary>Names of questions and groups that paths go through, each once.</summary>
    internal IReadOnlyList<string> PathNames { get; }

    /// <summary>Whether a path goes through rows that it does not name (* or //), so that any row may be read.</summary>
    internal bool Roams { get; }

    /// <summary>Whether it is nothing but ${name}.</summary>
    internal bool IsReference => syntax is ReferenceSyntax;

    /// <summary>Whether the row's own value is read (a full stop, or once()).</summary>
    internal bool ReadsItself { get; }

    /// <summary>What is allowed but seldom meant, for the lint to warn about.</summary>
    public IReadOnlyList<ExpressionHint> Hints { get; }

    /// <summary>Reads an expression; never throws on what an author wrote.</summary>
    public static ExpressionReading Parse(string text)
    {
        try
        {
            return new(new(text, Parser.Read(text)), null);
        }
        catch (ExpressionException wrong)
        {
            return new(null, new(wrong.Position, wrong.Message));
        }
    }

    /// <summary>The value as a form stores it: as the text, but "" for a number that is not one (NaN).</summary>
    public string AsStored(EvaluationContext context)
    {
        var value = Work(context);
        return value.IsNumeric && double.IsNaN(value.Number(context.Moment.Zone)) ? "" : value.Text(context.Moment.Zone);
    }

    /// <summary>The value as XPath's text, "NaN" included.</summary>
    public string AsString(EvaluationContext context) => Work(context).Text(context.Moment.Zone);

    public double AsNumber(EvaluationContext context) => Work(context).Number(context.Moment.Zone);

    public bool AsBoolean(EvaluationContext context) => Work(context).IsTrue;

    /// <summary>The value as what an order of choices follows from.</summary>
    internal long AsSeed(EvaluationContext context) => Shuffle.SeedOf(Work(context), context.Moment.Zone);

    /// <summary>The nodes of a path, in document order; throws ExpressionException when the value is not nodes.</summary>
    public IReadOnlyList<Node> AsNodes(EvaluationContext context)
    {
        var value = Work(context);
        return value.IsNodes ? value.Nodes : throw new ExpressionException(syntax.Position, "questions or groups are wanted here");
    }

    static bool Wanders(Step step) => step.Axis switch
    {
        Axis.Self or Axis.Parent => false,
        Axis.Child or Axis.Attribute or Axis.FollowingSibling or Axis.PrecedingSibling => step.Test != NodeTest.Named,
        _ => true,
    };

    Value Work(EvaluationContext context) => Evaluator.Whole(syntax, context, hasConditions ? new() : null);
}
