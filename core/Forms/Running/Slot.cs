using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>One place of a run that holds a value or rows: a question, a group, an instance of a repeat, or the repeat over its instances.</summary>
sealed class Slot(Bind bind, Slot? parent, Node node, string path)
{
    internal Bind Bind { get; } = bind;

    internal Slot? Parent { get; } = parent;

    /// <summary>The node of its value; of a repeat and of what asks for one more instance, the node they stand in.</summary>
    internal Node Node { get; } = node;

    /// <summary>Instances told apart: /data/child[2]/age.</summary>
    internal string Path { get; } = path;

    internal List<Slot> Children { get; } = bind.Question is null ? [] : None;

    /// <summary>A question has no rows under it; never added to.</summary>
    static readonly List<Slot> None = [];

    /// <summary>The repeat itself, its children being its instances and, when it is open, what asks for one more.</summary>
    internal bool IsRange { get; init; }

    /// <summary>What asks for one more instance.</summary>
    internal bool IsPrompt { get; init; }

    /// <summary>The place of an instance among its fellows, from 1; 0 for all other slots.</summary>
    internal int Place { get; init; }

    /// <summary>The answer as it was given; null when there is none.</summary>
    internal string? Given { get; set; }

    /// <summary>Whether the answer names a choice that choice_filter lets through no more.</summary>
    internal bool IsOutdated { get; set; }

    /// <summary>What expressions of the row see; made when first wanted.</summary>
    internal EvaluationContext? Context { get; set; }

    /// <summary>What it asks or tells; null for a group and for the first instance of a repeat.</summary>
    internal Question? Question => IsPrompt || Place > 1 ? Bind.Another : IsRange ? null : Bind.Question;

    internal bool IsSpoken => Question is { IsSpoken: true };

    internal bool Counts => IsPrompt ? Parent is { Children: [.., { } last, _] } ? last.Node.Counts : Node.Counts : Node.Counts;

    /// <summary>The instance of a repeat that it is or stands in; null outside of any.</summary>
    internal Slot? Instance => Place > 0 ? this : Parent?.Instance;
}
