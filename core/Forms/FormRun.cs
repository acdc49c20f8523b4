using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Running;

namespace RbcBot.Core.Forms;

/// <summary>A person's way through a form: pure and immutable, rebuilt from its answers by replay.</summary>
public sealed class FormRun
{
    FormInstance? instance;

    FormRun(Form form, IReadOnlyList<GivenAnswer> answers, FormMoment moment) => (Form, Answers, Moment) = (form, answers, moment);

    public Form Form { get; }

    /// <summary>The answers given, in order, one a path; what is no longer relevant is kept and comes back.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; }

    public FormMoment Moment { get; }

    /// <summary>The run of a form with these answers; answers to paths the form lacks are left out.</summary>
    public static FormRun Of(Form form, IReadOnlyList<GivenAnswer> answers, FormMoment moment)
    {
        var last = new Dictionary<string, string>();
        foreach (var answer in answers.Where(answer => form.Plan.At(answer.Path) is { } index && form.Plan.Binds[index].Question is not null))
        {
            last[answer.Path] = answer.Value;
        }
        return new(form, [.. last.Select(pair => new GivenAnswer(pair.Key, pair.Value))], moment);
    }

    /// <summary>The first relevant spoken row without an answer, in the sheet's order (so an earlier one that became relevant comes first); null at the end.</summary>
    public FormStep? Next =>
        Plan.Binds.FirstOrDefault(bind => bind.Question is { IsSpoken: true } && Counts(bind) && !IsAnswered(bind)) is { Question: { } question } next
            ? Step(next, question)
            : null;

    /// <summary>The first relevant spoken row without an answer after a path, in the order of the form: what follows when that row is left for later.</summary>
    public FormStep? Following(string path) =>
        Plan.Binds.SkipWhile(bind => bind.Path != path).Skip(1).FirstOrDefault(bind => bind.Question is { IsSpoken: true } && Counts(bind) && !IsAnswered(bind)) is { Question: { } question } next
            ? Step(next, question)
            : null;

    /// <summary>The spoken row at a path as it stands now; null when it is not relevant.</summary>
    public FormStep? At(string path) =>
        Find(path) is { Question: { IsSpoken: true } question } bind && Counts(bind) ? Step(bind, question) : null;

    /// <summary>Gives an answer ("" skips a question or passes a note), judged on a copy; answering again replaces.</summary>
    public Attempt Try(string path, string value)
    {
        if (Find(path) is not { Question: { } question } bind || !Counts(bind))
        {
            return Refuse(Refusal.NotRelevant, Templates.None);
        }
        var options = Options(bind, question);
        var (canonical, refused) = CanonicalAnswer.Of(question.Type, value, options);
        if (canonical is null)
        {
            return Refuse(refused ?? Refusal.WrongType, Templates.None);
        }
        if (canonical.Length == 0 && IsRequired(bind, options.Count))
        {
            return Refuse(Refusal.Required, bind.RequiredMessage);
        }
        var run = With(path, canonical);
        return run.Instance.IsAllowed(bind)
            ? new(run, null, new Dictionary<string, string>())
            : run.Refuse(Refusal.Constraint, bind.ConstraintMessage);
    }

    /// <summary>The run without the answer at a path.</summary>
    public FormRun Without(string path) => new(Form, [.. Answers.Where(answer => answer.Path != path)], Moment);

    /// <summary>The value at a path as expressions see it; "" when blank or not relevant.</summary>
    public string Value(string path) => Find(path) is { } bind ? Instance.Node(bind.Index).Seen : "";

    /// <summary>Whether the row at the path counts now.</summary>
    public bool IsRelevant(string path) => Find(path) is { } bind && Counts(bind);

    /// <summary>Paths and values of all relevant rows, in the sheet's order: what is submitted.</summary>
    public IReadOnlyList<GivenAnswer> Submission =>
        [.. Plan.Binds.Where(bind => bind.Question is not null && Counts(bind)).Select(bind => new GivenAnswer(bind.Path, Instance.Node(bind.Index).Text))];

    /// <summary>Relevant asked rows: how many have an answer, how many there are now.</summary>
    public (int Answered, int Total) Progress
    {
        get
        {
            var asked = Plan.Binds.Where(bind => bind.Question is { IsAsked: true } && Counts(bind)).ToArray();
            return (asked.Count(IsAnswered), asked.Length);
        }
    }

    /// <summary>Every row as it stands, groups too, in the sheet's order, with what makes it so: for authors who ask why.</summary>
    public IReadOnlyList<RowState> Explain() => Explanation.Of(Plan, Instance, IsAnswered);

    FormPlan Plan => Form.Plan;

    FormInstance Instance => instance ??= FormInstance.Of(Plan, Answers, Moment);

    Bind? Find(string path) => Plan.At(path) is { } index ? Plan.Binds[index] : null;

    bool Counts(Bind bind) => Instance.Node(bind.Index).Counts;

    /// <summary>A required row is not passed by skipping it, and a required note is a stop sign that nothing passes.</summary>
    bool IsAnswered(Bind bind) => Instance.Given(bind.Index) is { } given && !Instance.IsOutdated(bind.Index)
        && (given.Length > 0 || !IsRequired(bind, bind.Question is { } question ? Options(bind, question).Count : 0));

    /// <summary>Nobody can be required to choose from an empty list.</summary>
    bool IsRequired(Bind bind, int options) => bind.Required.CanBe && (options > 0 || bind.Question is { Choices.Count: 0 }) && Instance.IsRequired(bind);

    FormRun With(string path, string value) => Answers.Any(answer => answer.Path == path)
        ? new(Form, [.. Answers.Select(answer => answer.Path == path ? new(path, value) : answer)], Moment)
        : new(Form, [.. Answers, new(path, value)], Moment);

    Attempt Refuse(Refusal why, Templates messages) =>
        new(null, why, messages.ByCode.ToDictionary(pair => pair.Key, pair => Instance.Fill(pair.Value)));

    FormStep Step(Bind bind, Question question)
    {
        var options = Options(bind, question);
        return new(question, IsRequired(bind, options.Count), options, Text(bind.Label), Text(bind.Hint), Text(bind.Guidance))
        {
            Value = Instance.Node(bind.Index).Text,
        };
    }

    Func<string, string> Text(Templates templates) =>
        language => templates.In(Plan.Languages.Code(language)) is { } template ? Instance.Fill(template) : "";

    IReadOnlyList<Choice> Options(Bind bind, Question question)
    {
        var options = bind.Filter is null ? question.Choices : [.. question.Choices.Index().Where(choice => Instance.Offers(bind, choice.Index)).Select(choice => choice.Item)];
        var ordered = bind.Seed is { } seed ? ChoiceOrder.Shuffled(options, seed) : options;
        return ordered.Any(choice => choice.Labels.Values.Any(HasReference)) ? [.. ordered.Select(Filled)] : ordered;
    }

    Choice Filled(Choice choice) => choice with { Labels = choice.Labels.ToDictionary(pair => pair.Key, pair => Instance.Fill(Template.Of(pair.Value))) };

    static bool HasReference(string label) => label.Contains("${", StringComparison.Ordinal);
}
