using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms.Running;

/// <summary>The values of one run, worked out from its answers; changed by one answer at a time.</summary>
sealed class FormInstance
{
    readonly FormPlan plan;
    readonly SlotTree tree;
    readonly KeptValues kept;
    readonly RunView view;
    readonly Recalculation work;
    readonly Dictionary<string, string> given;
    bool hasBegun;

    FormInstance(FormPlan plan, FormMoment moment, int answers)
    {
        (this.plan, kept, given) = (plan, new(plan, moment), new(answers + 1));
        tree = new(plan, Begin);
        view = new(plan, moment, tree, kept);
        work = new(plan, tree, view, kept, path => given.GetValueOrDefault(path));
    }

    internal static FormInstance Of(FormPlan plan, IReadOnlyList<GivenAnswer> answers, FormMoment moment)
    {
        var instance = new FormInstance(plan, moment, answers.Count);
        instance.Begin(answers);
        return instance;
    }

    /// <summary>All slots in the order of the form.</summary>
    internal IReadOnlyList<Slot> Walk => tree.Walk;

    internal RunView View => view;

    /// <summary>Whether a repeat wants more instances than can be had.</summary>
    internal bool IsOverfull => work.IsOverfull;

    internal Slot? At(string path) => tree.At(path);

    /// <summary>What rows keep of their own earlier values, to stand among the answers.</summary>
    internal IReadOnlyList<GivenAnswer> Kept => plan.Remembering.Count == 0 ? [] : kept.All(tree);

    internal bool IsRequired(Slot slot) => Holds(slot.Bind.Required, slot);

    internal bool IsReadOnly(Slot slot) => Holds(slot.Bind.ReadOnly, slot);

    /// <summary>Whether the row's constraint holds for its value; of a blank nothing is demanded.</summary>
    internal bool IsAllowed(Slot slot) => slot.Bind.Constraint is null || slot.Node.Text.Length == 0 || view.Judge(slot.Bind.Constraint, slot, whenBroken: true);

    /// <summary>The choices of a slot as they stand now.</summary>
    internal IReadOnlyList<Choice> Options(Slot slot, Question question) =>
        question.Choices.Count > 0 || slot.Bind.IsFromRepeat ? view.Choices(slot).Options(question) : [];

    /// <summary>What rows keep now, for Undo; null when no row of the form does.</summary>
    internal Dictionary<string, string>? Memory => plan.Remembering.Count == 0 ? null : kept.Snapshot(tree);

    /// <summary>Takes an answer and works out what follows from it.</summary>
    internal void Give(string path, string value)
    {
        Put(path, value);
        if (tree.At(path) is { } slot)
        {
            var before = slot.Node.Text;
            Put(slot);
            work.After(slot, before);
        }
    }

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
        work.All();
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
    internal bool LooksAhead(Slot slot) => plan.LooksAhead(slot.Bind);

    void Begin(IReadOnlyList<GivenAnswer> answers)
    {
        // What a row begins with was worked out before anything was answered.
        if (plan.HasDefaultsThatRead)
        {
            work.All();
        }
        foreach (var slot in plan.Defaults.SelectMany(bind => tree.Of(bind.Index)).ToArray())
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
        work.All();
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
            slot.Node.Text = view.Begun(expression, slot);
            Put(slot);
        }
    }

    void Put(string path, string? value)
    {
        if (KeptValues.IsKept(path))
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
        if (slot.Question is not { Type: not (QuestionType.Note or QuestionType.AnotherRepeat) })
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

    bool Holds(Condition condition, Slot slot) => condition.Always || (condition.When is { } when && view.Judge(when, slot, whenBroken: false));
}
