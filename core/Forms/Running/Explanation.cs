using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>Says of every row why it counts or does not.</summary>
static class Explanation
{
    internal static IReadOnlyList<RowState> Of(FormPlan plan, FormInstance instance, Func<Bind, bool> isAnswered) =>
        [.. plan.Binds.Select(bind => new RowState(
            bind.Path, bind.Name, bind.Row, bind.Question?.Type, bind.Question is null ? "" : instance.Node(bind.Index).Seen,
            instance.Node(bind.Index).Counts, bind.Question is { IsSpoken: true } && isAnswered(bind), Reasons(plan, instance, bind)))];

    static IReadOnlyList<Reason> Reasons(FormPlan plan, FormInstance instance, Bind bind)
    {
        List<Reason> reasons = [];
        void Add(string column, Expression? expression, Bind owner, bool? holds)
        {
            if (expression is not null)
                reasons.Add(new(column, expression.Source, owner.Row, owner.Name, holds, Values(plan, instance, expression)));
        }
        Add("relevant", bind.Relevant, bind, instance.Node(bind.Index).IsRelevant);
        Add("required", bind.Required.When, bind, instance.IsRequired(bind));
        Add("constraint", bind.Constraint, bind, instance.IsAllowed(bind));
        Add("choice_filter", bind.Filter, bind, null);
        Add("calculation", bind.Calculation, bind, null);
        Add("default", bind.DefaultExpression, bind, null);
        for (var group = bind.Parent; group is not null; group = group.Parent)
        {
            if (!instance.Node(group.Index).IsRelevant)
                Add("relevant", group.Relevant, group, false);
        }
        return reasons;
    }

    static IReadOnlyList<NamedValue> Values(FormPlan plan, FormInstance instance, Expression expression) =>
        [.. expression.References.Select(name => new NamedValue(name, plan.Named(name) is { } index ? instance.Node(index).Seen : ""))];
}
