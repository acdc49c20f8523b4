using System.Globalization;
using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>The values of one run, worked out from its answers; changed by one answer at a time.</summary>
sealed class FormInstance
{
    /// <summary>How often everything is worked out anew at most; a form that does not settle by then stays as it is.</summary>
    const int MostPasses = 12;

    /// <summary>How long a chain of rows that set each other may be.</summary>
    const int LongestChain = 50;

    readonly FormPlan plan;
    readonly FormMoment moment;
    readonly SlotTree tree;
    readonly KeptValues kept;
    readonly Dictionary<string, string> given = [];
    readonly EvaluationContext context;
    readonly Queue<Slot> changed = new();
    bool hasBegun, isLive;

    FormInstance(FormPlan plan, FormMoment moment)
    {
        (this.plan, this.moment, kept) = (plan, moment, new(plan, moment));
        tree = new(plan, Begin);
        context = new(tree.Document, tree.Root, plan.Instances, Seen, moment, ChoiceName) { Itext = Itext };
    }

    internal static FormInstance Of(FormPlan plan, IReadOnlyList<GivenAnswer> answers, FormMoment moment)
    {
        var instance = new FormInstance(plan, moment);
        instance.Begin(answers);
        return instance;
    }

    /// <summary>All slots in the order of the form.</summary>
    internal IReadOnlyList<Slot> Walk => tree.Walk;

    /// <summary>Whether a repeat wants more instances than can be had.</summary>
    internal bool IsOverfull { get; private set; }

    internal Slot? At(string path) => tree.At(path);

    /// <summary>What rows keep of their own earlier values, to stand among the answers.</summary>
    internal IReadOnlyList<GivenAnswer> Kept => kept.All(tree);

    internal bool IsRequired(Slot slot) => slot.Bind.Required.Always || (slot.Bind.Required.When is { } when && Judge(when, slot, whenBroken: false));

    internal bool IsReadOnly(Slot slot) => slot.Bind.ReadOnly.Always || (slot.Bind.ReadOnly.When is { } when && Judge(when, slot, whenBroken: false));

    /// <summary>Whether the row's constraint holds for its value; of a blank nothing is demanded.</summary>
    internal bool IsAllowed(Slot slot) => slot.Bind.Constraint is null || slot.Node.Text.Length == 0 || Judge(slot.Bind.Constraint, slot, whenBroken: true);

    internal string Fill(Template template, Slot? from) => template.Fill(name => Seen(name, from?.Node ?? tree.Root) is [var first, ..] ? first.Seen : "");

    internal string? InstanceName => plan.InstanceName is { } name
        ? Attempted(() => name.AsString(context with { Context = tree.Root, Current = tree.Root }), "")
        : null;

    /// <summary>The choices of a slot as they stand now.</summary>
    internal IReadOnlyList<Choice> Options(Slot slot, Question question) => new SlotChoices(plan, slot, moment, At(slot), Attempted).Options(question);

    /// <summary>Takes an answer, or takes it away (null), and works out what follows from it.</summary>
    internal void Give(string path, string? value)
    {
        Put(path, value);
        if (tree.At(path) is { } slot)
        {
            Put(slot);
            changed.Enqueue(slot);
            (isLive, IsOverfull) = (true, false);
            WorkOut(Following(slot));
            SetTriggered();
            isLive = false;
        }
    }

    /// <summary>What rows keep now, for Undo; null when no row of the form does.</summary>
    internal Dictionary<string, string>? Memory => plan.Remembering.Count == 0 ? null : kept.Snapshot(tree);

    /// <summary>Makes an answer not given.</summary>
    /// <param name="before">What was answered before; null when nothing was.</param>
    internal void Undo(string path, string? before, Dictionary<string, string>? memory)
    {
        Put(path, before);
        if (tree.At(path) is { } slot)
        {
            Put(slot);
        }
        if (memory is not null)
        {
            kept.Restore(tree, memory);
        }
        WorkOut(plan.Order);
    }

    /// <summary>Tries a value on a row alone: nothing that follows from it is worked out.</summary>
    internal static T With<T>(Slot slot, string value, Func<T> look)
    {
        var before = slot.Node.Text;
        slot.Node.Text = value;
        var seen = look();
        slot.Node.Text = before;
        return seen;
    }

    /// <summary>Whether the row's constraint looks at rows that follow from the row itself.</summary>
    internal bool LooksAhead(Slot slot) => slot.Bind.Constraint is { } constraint
        && (constraint.Roams || plan.After(slot.Bind.Index).Any(index => index != slot.Bind.Index
            && (constraint.References.Contains(plan.Binds[index].Name) || constraint.PathNames.Contains(plan.Binds[index].Name))));

    void Begin(IReadOnlyList<GivenAnswer> answers)
    {
        // What a row begins with was worked out before anything was answered.
        var defaults = plan.Binds.Where(bind => bind.DefaultExpression is not null).ToArray();
        if (defaults.Any(bind => bind.DefaultExpression?.References.Count > 0))
        {
            WorkOut(plan.Order);
        }
        foreach (var slot in defaults.SelectMany(bind => tree.Of(bind.Index)).ToArray())
        {
            BeginAnew(slot);
        }
        foreach (var answer in answers)
        {
            Put(answer.Path, answer.Value);
        }
        hasBegun = true;
        foreach (var slot in tree.Walk)
        {
            Put(slot);
        }
        WorkOut(plan.Order);
    }

    /// <summary>A new slot begins with its default.</summary>
    void Begin(Slot slot)
    {
        if (slot.Bind.Question is not null)
        {
            slot.Node.Text = kept.First(slot.Bind);
        }
        if (hasBegun)
        {
            BeginAnew(slot);
        }
        Put(slot);
    }

    void BeginAnew(Slot slot)
    {
        if (slot.Bind.DefaultExpression is { } expression && !slot.IsPrompt)
        {
            slot.Node.Text = Stored(expression, slot);
            Put(slot);
        }
    }

    void Put(string path, string? value)
    {
        if (path.EndsWith(KeptValues.Mark))
        {
            kept.Put(path, value);
        }
        else if (value is null)
        {
            given.Remove(path);
        }
        else
        {
            given[path] = value;
        }
    }

    /// <summary>The slot's value: what was answered, else what it kept or began with.</summary>
    void Put(Slot slot)
    {
        var had = slot.Given;
        slot.Given = given.GetValueOrDefault(slot.Path);
        if (slot.Question is not { Type: not (QuestionType.Note or QuestionType.AnotherRepeat) } || slot.Place > 0)
        {
            return;
        }
        if (slot.Given is { } value)
        {
            slot.Node.Text = value;
        }
        else if (kept.Find(slot) is { } own)
        {
            slot.Node.Text = own;
        }
        else if (had is not null)
        {
            slot.Node.Text = kept.First(slot.Bind);
            BeginAnew(slot);
        }
    }

    int[] Following(Slot slot) => plan.After(slot.Bind.Index);

    void WorkOut(int[] order)
    {
        var passes = plan.IsSettledInOnePass ? 1 : MostPasses;
        for (var moved = true; moved && passes > 0; passes--)
        {
            moved = false;
            foreach (var index in order)
            {
                moved |= WorkOut(plan.Binds[index]);
            }
        }
    }

    bool WorkOut(Bind bind)
    {
        var moved = false;
        if (bind.IsRepeat)
        {
            for (var at = 0; at < tree.RangesOf(bind.Index).Count; at++)
            {
                var range = tree.RangesOf(bind.Index)[at];
                moved |= tree.Resize(range, Count(range));
            }
        }
        for (var at = 0; at < tree.Of(bind.Index).Count; at++)
        {
            moved |= WorkOut(tree.Of(bind.Index)[at]);
        }
        return moved;
    }

    int Count(Slot range)
    {
        var wanted = 1;
        if (range.Bind.Count is { } count)
        {
            var number = Attempted(() => count.AsNumber(At(range)), 0.0);
            wanted = double.IsNaN(number) ? 0 : (int)Math.Clamp(number, 0, SlotTree.MostInstances + 1);
        }
        else
        {
            while (given.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{range.Path}[{wanted + 1}]")) == "yes")
            {
                wanted++;
            }
        }
        IsOverfull |= wanted > SlotTree.MostInstances || (tree.IsFull && wanted > range.Children.Count);
        return Math.Min(wanted, tree.IsFull ? Math.Max(1, range.Children.Count - 1) : SlotTree.MostInstances);
    }

    bool WorkOut(Slot slot)
    {
        var (bind, node) = (slot.Bind, slot.Node);
        var wasRelevant = node.IsRelevant;
        var wasText = bind.Question is null ? "" : node.Text;
        if (bind.Relevant is { } relevant)
        {
            node.IsRelevant = Judge(relevant, slot, whenBroken: true);
        }
        if (bind is { Calculation: { } calculation, Triggers.Count: 0 } && string.IsNullOrEmpty(slot.Given))
        {
            node.Text = Stored(calculation, slot);
        }
        if (bind.Filter is not null && slot.Given is { Length: > 0 } answer)
        {
            slot.IsOutdated = !new SlotChoices(plan, slot, moment, At(slot), Attempted).Offers(answer);
            node.Text = slot.IsOutdated ? "" : answer;
        }
        var hasMoved = bind.Question is not null && node.Text != wasText;
        if (hasMoved && isLive && plan.TriggeredBy(bind).Any())
        {
            changed.Enqueue(slot);
        }
        return hasMoved || node.IsRelevant != wasRelevant;
    }

    /// <summary>Sets the rows that wait for a change of others.</summary>
    void SetTriggered()
    {
        for (var chain = 0; changed.TryDequeue(out var cause) && chain < LongestChain; chain++)
        {
            foreach (var bind in plan.TriggeredBy(cause.Bind))
            {
                foreach (var slot in Seen(bind.Name, cause.Node).Select(node => node.Owner).OfType<Slot>())
                {
                    slot.Node.Text = bind.Calculation is { } calculation ? Stored(calculation, slot) : "";
                    kept.Set(slot);
                    WorkOut([.. Following(slot).Where(index => index != bind.Index)]);
                    changed.Enqueue(slot);
                }
            }
        }
        changed.Clear();
    }

    string Stored(Expression expression, Slot slot) => Attempted(() => expression.AsStored(At(slot)), "");

    bool Judge(Expression expression, Slot slot, bool whenBroken) => Attempted(() => expression.AsBoolean(At(slot)), whenBroken);

    EvaluationContext At(Slot slot) => slot.Context ??= context with { Context = slot.Node, Current = slot.Node };

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

    /// <summary>The nodes that ${name} means in an expression of a row.</summary>
    internal IReadOnlyList<Node> Seen(string name, Node viewer) =>
        name.StartsWith(Draft.LastSaved, StringComparison.Ordinal) ? [kept.LastSaved(name[Draft.LastSaved.Length..])] : tree.Seen(name, viewer);

    string ChoiceName(string name, string path) =>
        plan.At(InstancePath.Plain(path)) is { } index && plan.Binds[index].Question?.Choices.FirstOrDefault(choice => choice.Name == name) is { } choice
            ? choice.Label(Language)
            : "";

    string Itext(string id) => plan.Itexts.TryGetValue(id, out var labels)
        ? labels.TryGetValue(Language, out var own) ? own : labels.Values.FirstOrDefault("")
        : "";

    string Language => moment.Language.Length > 0 ? plan.Languages.Code(moment.Language) : plan.Languages.Default;
}
