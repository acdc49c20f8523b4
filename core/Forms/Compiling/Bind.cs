using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>One node of the form and the logic bound to it (the XForms word): a question, or a group when it has no question.</summary>
sealed record Bind(int Index, Bind? Parent, string Name, int Row)
{
    /// <summary>Where the value lives; all forms have the root data.</summary>
    internal string Path { get; } = (Parent?.Path ?? "/data") + "/" + Name;

    /// <summary>Null for a group.</summary>
    internal Question? Question { get; init; }

    internal Expression? Relevant { get; init; }

    internal Condition Required { get; init; } = Condition.Never;

    internal Expression? Constraint { get; init; }

    internal Expression? Calculation { get; init; }

    internal Expression? Filter { get; init; }

    /// <summary>The value that the run begins with, worked out once; null when there is none.</summary>
    internal Expression? DefaultExpression { get; init; }

    internal string Default { get; init; } = "";

    /// <summary>The seed of the choices' order; null when they stand in the sheet's order.</summary>
    internal long? Seed { get; init; }

    internal Templates Label { get; init; } = Templates.None;

    internal Templates Hint { get; init; } = Templates.None;

    internal Templates Guidance { get; init; } = Templates.None;

    internal Templates ConstraintMessage { get; init; } = Templates.None;

    internal Templates RequiredMessage { get; init; } = Templates.None;

    /// <summary>The row's own expressions that decide its value: what a cycle runs through.</summary>
    internal IEnumerable<Expression> Deciding => new[] { Relevant, Calculation }.OfType<Expression>();

    /// <summary>The expressions that are worked out again whenever an answer changes.</summary>
    internal IEnumerable<Expression> Live => Filter is null ? Deciding : Deciding.Append(Filter);
}

/// <summary>A yes or no of the author's, or an expression that decides.</summary>
sealed record Condition(bool Always, Expression? When)
{
    internal static readonly Condition Never = new(false, null);

    internal bool CanBe => Always || When is not null;
}
