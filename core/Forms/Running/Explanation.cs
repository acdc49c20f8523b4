using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>Says of every row why it counts or does not.</summary>
static class Explanation
{
    internal static IReadOnlyList<RowState> Of(FormRun run) => [.. run.Instance.Walk.Select(slot => State(run, slot))];

    static RowState State(FormRun run, Slot slot)
    {
        var isGroup = slot.Question is null || (slot.Place > 0 && !slot.IsPrompt);
        return new(
            slot.Path, slot.Bind.Name, slot.Bind.Row, isGroup ? null : slot.Question?.Type,
            slot.IsPrompt ? slot.Given ?? "" : isGroup ? "" : slot.Node.Seen,
            slot.Counts, slot.IsSpoken && run.IsAnswered(slot), [.. Own(run.Instance, slot), .. Around(run.Instance, slot)]);
    }

    static IEnumerable<Reason> Own(FormInstance instance, Slot slot)
    {
        var bind = slot.Bind;
        if (slot.IsRange)
            return Some(Because(instance, slot, "repeat_count", bind.Count, null));
        if (slot.IsPrompt)
            return [];
        var isBlank = slot.Node.Text.Length == 0;
        return Some(
            Because(instance, slot, "relevant", bind.Relevant, slot.Node.IsRelevant),
            bind.Required.Always ? new("required", "yes", bind.Row, bind.Name, true, []) : Because(instance, slot, "required", bind.Required.When, instance.IsRequired(slot)),
            Because(instance, slot, "constraint", bind.Constraint, isBlank ? null : instance.IsAllowed(slot)),
            Because(instance, slot, "read_only", bind.ReadOnly.When, instance.IsReadOnly(slot)),
            Because(instance, slot, "choice_filter", bind.Filter, null),
            Because(instance, slot, "calculation", bind.Calculation, null),
            Because(instance, slot, "default", bind.DefaultExpression, null),
            bind.Triggers.Count == 0 ? null : new("trigger", string.Join(", ", bind.Triggers.Select(name => $"${{{name}}}")), bind.Row, bind.Name, null, Values(instance, slot, bind.Triggers)));
    }

    /// <summary>What keeps the groups around a row out, the nearest first.</summary>
    static IEnumerable<Reason> Around(FormInstance instance, Slot slot)
    {
        for (var group = slot.Parent; group is not null; group = group.Parent)
        {
            if (group is { IsRange: false, Node.IsRelevant: false } && Because(instance, group, "relevant", group.Bind.Relevant, false) is { } reason)
                yield return reason;
        }
    }

    static Reason? Because(FormInstance instance, Slot slot, string column, Expression? expression, bool? holds) =>
        expression is null ? null : new(column, expression.Source, slot.Bind.Row, slot.Bind.Name, holds, Values(instance, slot, expression.References));

    static IReadOnlyList<NamedValue> Values(FormInstance instance, Slot slot, IReadOnlyList<string> names) =>
        [.. names.Select(name => new NamedValue(name, string.Join("; ", instance.View.Seen(name, slot.Node).Select(node => node.Seen))))];

    static IEnumerable<Reason> Some(params Reason?[] reasons) => reasons.OfType<Reason>();
}
