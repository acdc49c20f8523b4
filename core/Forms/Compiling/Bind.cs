using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>One node of the form and the logic bound to it (the XForms word): a question, or a group or repeat when it has no question.</summary>
/// <param name="Parent">The group or repeat that it stands in; null at the top.</param>
sealed record Bind(int Index, Bind? Parent, string Name, int Row)
{
    /// <summary>The name of the form's root.</summary>
    internal string Root { get; init; } = Parent?.Root ?? "data";

    /// <summary>Where the value lives, instances of repeats not told apart.</summary>
    internal string Path => path ??= (Parent?.Path ?? "/" + Root) + "/" + Name;

    string? path;

    /// <summary>Null for a group or repeat.</summary>
    internal Question? Question { get; init; }

    internal bool IsRepeat { get; init; }

    /// <summary>How many instances a repeat has; null when the person says so.</summary>
    internal Expression? Count { get; init; }

    /// <summary>What asks for one more instance of an open repeat; null for all other rows.</summary>
    internal Question? Another { get; init; }

    internal Expression? Relevant { get; init; }

    internal Condition Required { get; init; } = Condition.Never;

    internal Condition ReadOnly { get; init; } = Condition.Never;

    internal Expression? Constraint { get; init; }

    internal Expression? Calculation { get; init; }

    internal Expression? Filter { get; init; }

    /// <summary>The rows whose change sets this one anew; empty when it is worked out all the time.</summary>
    internal IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>The value that the run begins with, worked out once; null when there is none.</summary>
    internal Expression? DefaultExpression { get; init; }

    internal string Default { get; init; } = "";

    /// <summary>What the channel fills in, such as username; "" for other rows.</summary>
    internal string Preload { get; init; } = "";

    /// <summary>The type in whose form the value is stored: the row's own, also when it is not asked.</summary>
    internal QuestionType StoredAs { get; init; } = QuestionType.Text;

    /// <summary>How the choices are put into another order; null when they stand in the sheet's.</summary>
    internal ChoiceOrder? Order { get; init; }

    /// <summary>The list of choices, or ${name} of the question in a repeat whose answers are the choices; "" for others.</summary>
    internal string List { get; init; } = "";

    /// <summary>Whether the choices are what was answered in a repeat.</summary>
    internal bool IsFromRepeat { get; init; }

    internal Templates Label { get; init; } = Templates.None;

    internal Templates Hint { get; init; } = Templates.None;

    internal Templates Guidance { get; init; } = Templates.None;

    internal Templates ConstraintMessage { get; init; } = Templates.None;

    internal Templates RequiredMessage { get; init; } = Templates.None;

    internal IReadOnlyList<FormMedia> Media { get; init; } = [];

    internal string Appearance { get; init; } = "";

    /// <summary>The group that keeps its rows on one page, this row's own or one above; null when there is none.</summary>
    internal Bind? Page => Question is null && IsPage(Appearance) ? this : Parent?.Page;

    /// <summary>The repeat that it stands in; null outside of any.</summary>
    internal Bind? Repeat => Parent is { IsRepeat: true } ? Parent : Parent?.Repeat;

    /// <summary>Whether it neither is a repeat nor stands in one: a run has it once, at the form's own path.</summary>
    internal bool IsAlone => !IsRepeat && Repeat is null;

    /// <summary>Whether its value follows from an earlier moment, so that the run must keep it.</summary>
    internal bool Remembers => Triggers.Count > 0 || Calculation is { ReadsItself: true } || (DefaultExpression is not null && Repeat is not null);

    /// <summary>The row's own expressions that decide its value: what a cycle runs through.</summary>
    internal IEnumerable<Expression> Deciding => new[] { Relevant, Triggers.Count == 0 ? Calculation : null, Count }.OfType<Expression>();

    /// <summary>The expressions that are worked out again whenever an answer changes.</summary>
    internal IEnumerable<Expression> Live => Filter is null ? Deciding : Deciding.Append(Filter);

    /// <summary>All expressions of the row.</summary>
    internal IEnumerable<Expression> All =>
        new[] { Relevant, Calculation, Count, Filter, Constraint, DefaultExpression, Required.When, ReadOnly.When, Order?.Seed }.OfType<Expression>();

    /// <summary>Whether the row stands in a group or repeat, at any depth.</summary>
    internal bool IsWithin(Bind group) => Parent is { } parent && (parent == group || parent.IsWithin(group));

    // Two rows are the same when they are the same row: comparing all that is bound would walk the form.
    public bool Equals(Bind? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    static bool IsPage(string appearance) => appearance.Split(' ').Any(word => word is "field-list" or "table-list");
}

/// <summary>A yes or no of the author's, or an expression that decides.</summary>
sealed record Condition(bool Always, Expression? When)
{
    internal static readonly Condition Never = new(false, null);

    internal bool CanBe => Always || When is not null;
}
