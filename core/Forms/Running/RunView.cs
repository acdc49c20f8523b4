using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>What the expressions and texts of a run see, and how they are worked out.</summary>
sealed class RunView
{
    readonly FormPlan plan;
    readonly FormMoment moment;
    readonly SlotTree tree;
    readonly KeptValues kept;
    readonly EvaluationContext context;

    internal RunView(FormPlan plan, FormMoment moment, SlotTree tree, KeptValues kept)
    {
        (this.plan, this.moment, this.tree, this.kept) = (plan, moment, tree, kept);
        context = new(tree.Document, tree.Root, plan.Instances, Seen, moment, ChoiceName) { Itext = Itext };
    }

    /// <summary>What the submission is called; null when the author gave no rule.</summary>
    internal string? InstanceName => plan.InstanceName is { } name
        ? Attempted(() => name.AsString(context with { Context = tree.Root, Current = tree.Root }), "")
        : null;

    internal EvaluationContext At(Slot slot) => slot.Context ??= context with { Context = slot.Node, Current = slot.Node };

    /// <summary>What an expression comes to, in the form that the row's type is stored in.</summary>
    internal string Stored(Expression expression, Slot slot) => Stored(expression, slot, At(slot));

    /// <summary>What a default comes to: outside of repeats as it was when the run began, whenever the run is worked out again.</summary>
    internal string Begun(Expression expression, Slot slot) =>
        Stored(expression, slot, slot.Bind.Repeat is null ? At(slot) with { Moment = moment with { Now = moment.Started } } : At(slot));

    string Stored(Expression expression, Slot slot, EvaluationContext seen)
    {
        try
        {
            return StoredValue.Of(slot.Bind.StoredAs, expression.AsStored(seen), moment.Zone);
        }
        catch (ExpressionException)
        {
            return "";
        }
    }

    // Written out as Stored is, for it is what a run does most: no closure.
    internal bool Judge(Expression expression, Slot slot, bool whenBroken)
    {
        try
        {
            return expression.AsBoolean(At(slot));
        }
        catch (ExpressionException)
        {
            return whenBroken;
        }
    }

    internal double Number(Expression expression, Slot slot) => Attempted(() => expression.AsNumber(At(slot)), double.NaN);

    internal string Fill(Template template, Slot? from) => template.Fill(name => Seen(name, from?.Node ?? tree.Root) is [var first, ..] ? first.Seen : "");

    internal SlotChoices Choices(Slot slot) => new(plan, slot, moment, At(slot), Attempted);

    /// <summary>The nodes of ${name} seen from a node.</summary>
    internal IReadOnlyList<Node> Seen(string name, Node viewer) =>
        name.StartsWith(Draft.LastSaved, StringComparison.Ordinal) ? [kept.LastSaved(name[Draft.LastSaved.Length..])] : tree.Seen(name, viewer);

    /// <summary>An expression that cannot be worked out must not stop a person: the row then goes on as if it were not there.</summary>
    static T Attempted<T>(Func<T> workOut, T whenBroken)
    {
        try
        {
            return workOut();
        }
        catch (ExpressionException)
        {
            return whenBroken;
        }
    }

    string ChoiceName(string name, string path) =>
        plan.At(InstancePath.Plain(path)) is { } index && plan.Binds[index].Question?.Choices.FirstOrDefault(choice => choice.Name == name) is { } choice
            ? Fill(Template.Of(choice.Label(Language)), tree.Of(index) is [var first, ..] ? first : null)
            : "";

    string Itext(string id) => plan.Itexts.TryGetValue(id, out var labels)
        ? labels.TryGetValue(Language, out var own) ? own : labels.Values.FirstOrDefault("")
        : "";

    string Language => moment.Language.Length > 0 ? plan.Languages.Code(moment.Language) : plan.Languages.Default;
}
