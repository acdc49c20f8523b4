using System.Globalization;
using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>The values of one run as a tree, worked out from its answers.</summary>
sealed class FormInstance
{
    /// <summary>How often everything is worked out anew at most; a form that does not settle by then stays as it is.</summary>
    const int MostPasses = 12;

    readonly FormPlan plan;
    readonly Node document = new("");
    readonly Node[] nodes;
    readonly Node[][] resolved;
    readonly string?[] given;
    readonly bool[] outdated;
    readonly FormMoment moment;
    readonly EvaluationContext context;

    FormInstance(FormPlan plan, FormMoment moment)
    {
        (this.plan, this.moment) = (plan, moment);
        nodes = new Node[plan.Binds.Count];
        resolved = new Node[nodes.Length][];
        given = new string?[nodes.Length];
        outdated = new bool[nodes.Length];
        var root = document.Add(new("data"));
        foreach (var bind in plan.Binds)
        {
            nodes[bind.Index] = (bind.Parent is { } parent ? nodes[parent.Index] : root).Add(new(bind.Name));
            resolved[bind.Index] = [nodes[bind.Index]];
        }
        context = new(document, root, plan.Instances, (name, _) => plan.Named(name) is { } index ? resolved[index] : [], moment, ChoiceName);
    }

    internal static FormInstance Of(FormPlan plan, IReadOnlyList<GivenAnswer> answers, FormMoment moment)
    {
        var instance = new FormInstance(plan, moment);
        instance.Begin();
        if (plan.RemembersItself)
        {
            instance.WorkOut(plan.Order);
        }
        foreach (var answer in answers)
        {
            if (plan.At(answer.Path) is { } index)
            {
                instance.Give(index, answer.Value);
                if (plan.RemembersItself)
                {
                    instance.WorkOut(plan.After(index));
                }
            }
        }
        if (!plan.RemembersItself)
        {
            instance.WorkOut(plan.Order);
        }
        return instance;
    }

    internal Node Node(int index) => nodes[index];

    /// <summary>The answer as it was given; null when there is none.</summary>
    internal string? Given(int index) => given[index];

    /// <summary>Whether the answer names a choice that choice_filter lets through no more.</summary>
    internal bool IsOutdated(int index) => outdated[index];

    internal bool IsRequired(Bind bind) => bind.Required.Always || (bind.Required.When is { } when && Judge(when, bind, whenBroken: false));

    /// <summary>Whether the row's constraint holds for its value; of a blank nothing is demanded.</summary>
    internal bool IsAllowed(Bind bind) => bind.Constraint is null || nodes[bind.Index].Text.Length == 0 || Judge(bind.Constraint, bind, whenBroken: true);

    /// <summary>Whether choice_filter lets the choice through.</summary>
    internal bool Offers(Bind bind, int choice) => bind.Filter is null
        || Attempted(() => bind.Filter.AsBoolean(context with { Context = plan.ChoiceRows[bind.Index][choice], Current = nodes[bind.Index] }), true);

    internal string Fill(Template template) =>
        template.Fill(name => plan.Named(name) is { } index ? nodes[index].Seen : "");

    void Begin()
    {
        foreach (var bind in plan.Binds)
        {
            nodes[bind.Index].Text = bind.Question?.Type switch
            {
                QuestionType.Today => Local(moment.Started).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                QuestionType.Start => Stamp(moment.Started),
                QuestionType.End => Stamp(moment.Now),
                _ => bind.Default,
            };
        }
        var defaults = plan.Binds.Where(bind => bind.DefaultExpression is not null).ToArray();
        if (defaults.Any(bind => bind.DefaultExpression?.References.Count > 0))
        {
            WorkOut(plan.Order);
        }
        foreach (var bind in defaults)
        {
            nodes[bind.Index].Text = Stored(bind.DefaultExpression, bind);
        }
    }

    void Give(int index, string value)
    {
        given[index] = value;
        if (plan.Binds[index].Question is not { Type: QuestionType.Note })
        {
            nodes[index].Text = value;
        }
    }

    void WorkOut(int[] order)
    {
        var passes = plan.IsSettledInOnePass ? 1 : MostPasses;
        for (var changed = true; changed && passes > 0; passes--)
        {
            changed = false;
            foreach (var index in order)
            {
                changed |= WorkOut(plan.Binds[index]);
            }
        }
    }

    bool WorkOut(Bind bind)
    {
        var node = nodes[bind.Index];
        var (wasRelevant, wasText) = (node.IsRelevant, bind.Question is null ? "" : node.Text);
        if (bind.Relevant is { } relevant)
        {
            node.IsRelevant = Judge(relevant, bind, whenBroken: true);
        }
        if (bind.Calculation is { } calculation && string.IsNullOrEmpty(given[bind.Index]))
        {
            node.Text = Stored(calculation, bind);
        }
        if (bind.Filter is not null && given[bind.Index] is { Length: > 0 } answer)
        {
            outdated[bind.Index] = !answer.Split(' ').All(name => Offers(bind, name));
            node.Text = outdated[bind.Index] ? "" : answer;
        }
        return node.IsRelevant != wasRelevant || (bind.Question is not null && node.Text != wasText);
    }

    bool Offers(Bind bind, string name) =>
        bind.Question?.Choices.Index().Any(choice => choice.Item.Name == name && Offers(bind, choice.Index)) ?? false;

    string Stored(Expression? expression, Bind bind) => expression is null ? "" : Attempted(() => expression.AsStored(At(bind)), "");

    bool Judge(Expression expression, Bind bind, bool whenBroken) => Attempted(() => expression.AsBoolean(At(bind)), whenBroken);

    EvaluationContext At(Bind bind) => context with { Context = nodes[bind.Index], Current = nodes[bind.Index] };

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
        plan.At(path) is { } index && plan.Binds[index].Question?.Choices.FirstOrDefault(choice => choice.Name == name) is { } choice
            ? choice.Label(plan.Languages.Default)
            : "";

    DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, moment.Zone);

    string Stamp(DateTimeOffset time) => Local(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
