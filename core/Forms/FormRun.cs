using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Running;

namespace RbcBot.Core.Forms;

/// <summary>A person's way through a form: immutable, rebuilt from its answers by replay. One thread at a time.</summary>
public sealed class FormRun
{
    // What is worked out goes on to the run that follows; a run that has given it away works it out anew when asked.
    FormInstance? instance;

    FormRun(Form form, IReadOnlyList<GivenAnswer> answers, FormMoment moment) => (Form, Answers, Moment) = (form, answers, moment);

    public Form Form { get; }

    /// <summary>The answers given, in order, one a path; what is no longer relevant is kept and comes back. A path that ends in # holds what a row keeps of its own.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; }

    public FormMoment Moment { get; }

    /// <summary>The run of a form with these answers; answers to paths the form lacks are left out.</summary>
    public static FormRun Of(Form form, IReadOnlyList<GivenAnswer> answers, FormMoment moment)
    {
        var last = new Dictionary<string, GivenAnswer>(answers.Count);
        foreach (var answer in answers)
        {
            if (Holds(form.Plan, answer.Path))
            {
                last[answer.Path] = answer;
            }
        }
        return new(form, last.Count == answers.Count ? answers : [.. last.Values], moment);
    }

    /// <summary>The first relevant spoken row without an answer, in the form's order (so an earlier one that became relevant comes first); null at the end.</summary>
    public FormStep? Next => Instance.Walk.FirstOrDefault(IsOpen) is { } slot ? Step(slot) : null;

    /// <summary>The first relevant spoken row without an answer after a path: what follows when that row is left for later; null at the end.</summary>
    public FormStep? Following(string path) => Instance.Walk.SkipWhile(slot => slot.Path != path).Skip(1).FirstOrDefault(IsOpen) is { } slot ? Step(slot) : null;

    /// <summary>The spoken row at a path as it stands now; null when it is not relevant.</summary>
    public FormStep? At(string path) => Find(path) is { IsSpoken: true, Counts: true } slot ? Step(slot) : null;

    /// <summary>Gives an answer ("" skips a question or passes a note), judged before it is kept; answering again replaces.</summary>
    public Attempt Try(string path, string value)
    {
        if (Find(path) is not { Counts: true } slot || Asked(slot) is not { } question)
        {
            return Refuse(Refusal.NotRelevant, Templates.None, null);
        }
        var options = Instance.Options(slot, question);
        var (canonical, refused) = CanonicalAnswer.Of(question, value, options);
        if (canonical is null)
        {
            return Refuse(refused ?? Refusal.WrongType, Templates.None, slot);
        }
        if (question.Type == QuestionType.Note)
        {
            return Passed(slot);
        }
        if (canonical.Length == 0 && IsRequired(slot, options.Count))
        {
            return Refuse(Refusal.Required, slot.Bind.RequiredMessage, slot);
        }
        return Instance.LooksAhead(slot) ? Given(slot, canonical)
            : FormInstance.With(slot, canonical, () => Instance.IsAllowed(slot) ? null : Refuse(Refusal.Constraint, slot.Bind.ConstraintMessage, slot)) ?? Given(slot, canonical);
    }

    /// <summary>The run without the answer at a path.</summary>
    public FormRun Without(string path) => new(Form, [.. Answers.Where(answer => answer.Path != path)], Moment);

    /// <summary>The answer at a path as it is kept; null when there is none.</summary>
    public string? Answer(string path) => Answers.FirstOrDefault(answer => answer.Path == path)?.Value;

    /// <summary>The value at a path as expressions see it; "" when blank or not relevant.</summary>
    public string Value(string path) => Find(path)?.Node.Seen ?? "";

    /// <summary>Whether the row at the path counts now.</summary>
    public bool IsRelevant(string path) => Find(path) is { Counts: true };

    /// <summary>Paths and values of all relevant rows, in the form's order: what is submitted.</summary>
    public IReadOnlyList<GivenAnswer> Submission =>
        [.. Instance.Walk.Where(slot => slot.Question is { Type: not QuestionType.AnotherRepeat } && slot.Counts).Select(slot => new GivenAnswer(slot.Path, slot.Node.Text))];

    /// <summary>What the submission is called, by the setting instance_name; null when the author gave no rule.</summary>
    public string? InstanceName => Instance.View.InstanceName;

    /// <summary>Relevant asked rows: how many have an answer, how many there are now.</summary>
    public (int Answered, int Total) Progress
    {
        get
        {
            var (answered, total) = (0, 0);
            foreach (var slot in Instance.Walk)
            {
                if (slot.Question is { IsAsked: true, Type: not QuestionType.AnotherRepeat } && slot.Counts)
                {
                    (answered, total) = (IsAnswered(slot) ? answered + 1 : answered, total + 1);
                }
            }
            return (answered, total);
        }
    }

    /// <summary>Every row as it stands, groups too, in the form's order, with what makes it so: for authors who ask why.</summary>
    public IReadOnlyList<RowState> Explain() => Explanation.Of(this);

    /// <summary>Whether a repeat still waits to hear if there is one more: then the total may grow.</summary>
    public bool IsOpenEnded => Instance.Walk.Any(slot => slot is { IsPrompt: true, Given: not "no", Counts: true });

    /// <summary>The answered rows that the asking of a row follows from, in the form's order: what to correct when it is a stop sign.</summary>
    public IReadOnlyList<string> Causes(string path)
    {
        if (Find(path) is not { } slot)
        {
            return [];
        }
        var causes = Plan.Causes(slot.Bind).SelectMany(bind => Compiling.Dependencies.All(bind.Index, Plan.Reads).Append(bind.Index)).ToHashSet();
        return [.. Instance.Walk.Where(other => other.Given?.Length > 0 && other.Question is { IsAsked: true } && other.Counts && causes.Contains(other.Bind.Index)).Select(other => other.Path)];
    }

    internal FormInstance Instance => instance ??= FormInstance.Of(Plan, Answers, Moment);

    internal bool IsAnswered(Slot slot) => slot.Given is { } given && !slot.IsOutdated
        && (given.Length > 0 || SaysItsValue(slot) || !IsRequired(slot, Asked(slot) is { HasChoices: true } question ? Instance.Options(slot, question).Count : 0));

    /// <summary>Whether it only shows a value that it has: nothing is left to be required of it.</summary>
    bool SaysItsValue(Slot slot) => slot.Node.Text.Length > 0 && Asked(slot) is { Type: QuestionType.Note };

    FormPlan Plan => Form.Plan;

    static bool Holds(FormPlan plan, string path) =>
        plan.At(InstancePath.Plain(KeptValues.Of(path))) is { } index && (plan.Binds[index].Question ?? plan.Binds[index].Another) is not null;

    Slot? Find(string path) => Instance.At(path);

    /// <summary>A required row is not passed by skipping it, and a required note is a stop sign that nothing passes.</summary>
    bool IsOpen(Slot slot) => slot.IsSpoken && slot.Counts && !IsAnswered(slot);

    /// <summary>Nobody can be required to choose from an empty list.</summary>
    bool IsRequired(Slot slot, int options) => slot.Question?.Type == QuestionType.AnotherRepeat
        || (slot.Bind.Required.CanBe && (options > 0 || slot.Question is { HasChoices: false }) && Instance.IsRequired(slot));

    /// <summary>The slot's question under its own path; one that is read-only now only says something.</summary>
    Question? Asked(Slot slot)
    {
        if (slot.Question is not { } question)
        {
            return null;
        }
        var own = question.Path == slot.Path ? question : question with { Path = slot.Path };
        return question.IsAsked && slot.Bind.ReadOnly.CanBe && Instance.IsReadOnly(slot) ? own with { Type = QuestionType.Note } : own;
    }

    /// <summary>Goes past what is only said; a value that it holds stays.</summary>
    Attempt Passed(Slot slot) => slot.Node.Text.Length == 0 && IsRequired(slot, 0)
        ? Refuse(Refusal.Required, slot.Bind.RequiredMessage, slot)
        : Given(slot, slot.Bind.Calculation is null && slot.Question is { IsAsked: true } ? slot.Node.Text : "");

    Attempt Given(Slot slot, string value)
    {
        var (path, before, memory) = (slot.Path, slot.Given, Instance.Memory);
        Instance.Give(path, value);
        if (Instance.IsOverfull || (Instance.At(path) is { } now && Asked(now) is { IsAsked: true } && !Instance.IsAllowed(now)))
        {
            var refusal = Refuse(Refusal.Constraint, slot.Bind.ConstraintMessage, slot);
            Instance.Undo(path, before, memory);
            return refusal;
        }
        var next = new FormRun(Form, Kept(path, value), Moment) { instance = Instance };
        instance = null;
        return new(next, null, new Dictionary<string, string>());
    }

    List<GivenAnswer> Kept(string path, string value)
    {
        List<GivenAnswer> answers = [.. Answers];
        Put(new(path, value));
        foreach (var kept in Instance.Kept)
        {
            Put(kept);
        }
        return answers;

        void Put(GivenAnswer answer)
        {
            var at = answers.FindIndex(known => known.Path == answer.Path);
            if (at < 0)
            {
                answers.Add(answer);
            }
            else
            {
                answers[at] = answer;
            }
        }
    }

    Attempt Refuse(Refusal why, Templates messages, Slot? slot) =>
        new(null, why, Filled(messages, slot));

    FormStep Step(Slot slot)
    {
        var question = Asked(slot)!; // only spoken slots become steps, and they have a question
        var options = Instance.Options(slot, question);
        var bind = slot.Bind;
        return new(question, IsRequired(slot, options.Count), options.Any(IsToFill) ? Filled(options, slot) : options,
            Plan.Languages, Filled(bind.Label, slot), Filled(bind.Hint, slot), Filled(bind.Guidance, slot))
        {
            Value = slot.IsPrompt || slot.Place > 0 ? slot.Given ?? "" : slot.Node.Text,
            FieldList = bind.Page?.Path ?? "",
            Media = bind.Media,
        };
    }

    // Filled at once: the step stands for its moment, and the run may move on.
    IReadOnlyDictionary<string, string> Filled(Templates templates, Slot? slot) =>
        templates.Plain ?? FilledNow(templates, slot);

    Dictionary<string, string> FilledNow(Templates templates, Slot? slot) =>
        templates.ByCode.ToDictionary(pair => pair.Key, pair => Instance.View.Fill(pair.Value, slot));

    static bool IsToFill(Choice choice) => choice.Labels.Values.Any(label => label.Contains("${", StringComparison.Ordinal));

    List<Choice> Filled(IReadOnlyList<Choice> choices, Slot slot) => [.. choices.Select(choice => Filled(choice, slot))];

    Choice Filled(Choice choice, Slot slot) => IsToFill(choice)
        ? choice with { Labels = choice.Labels.ToDictionary(pair => pair.Key, pair => Instance.View.Fill(Template.Of(pair.Value), slot)) }
        : choice;
}
