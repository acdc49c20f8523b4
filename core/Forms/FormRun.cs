namespace RbcBot.Core.Forms;

/// <summary>A person's way through a form: pure and immutable, rebuilt from its answers by replay.</summary>
public sealed class FormRun
{
    FormRun(Form form, IReadOnlyList<GivenAnswer> answers, FormMoment moment) => (Form, Answers, Moment) = (form, answers, moment);

    public Form Form { get; }

    /// <summary>The answers given, in order, one a path; what is no longer relevant is kept and comes back.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; }

    public FormMoment Moment { get; }

    /// <summary>The run of a form with these answers; answers to paths the form lacks are left out.</summary>
    public static FormRun Of(Form form, IReadOnlyList<GivenAnswer> answers, FormMoment moment) => new(form, answers, moment);

    /// <summary>The first relevant spoken row without an answer, in the sheet's order (so an earlier one that became relevant comes first); null at the end.</summary>
    public FormStep? Next => throw new NotSupportedException();

    /// <summary>The spoken row at a path as it stands now; null when it is not relevant.</summary>
    public FormStep? At(string path) => throw new NotSupportedException(path);

    /// <summary>Gives an answer ("" skips a question or passes a note), judged on a copy; answering again replaces.</summary>
    public Attempt Try(string path, string value) => throw new NotSupportedException(path + value);

    /// <summary>The run without the answer at a path.</summary>
    public FormRun Without(string path) => throw new NotSupportedException(path);

    /// <summary>The value at a path as expressions see it; "" when blank or not relevant.</summary>
    public string Value(string path) => throw new NotSupportedException(path);

    /// <summary>Whether the row at the path counts now.</summary>
    public bool IsRelevant(string path) => throw new NotSupportedException(path);

    /// <summary>Paths and values of all relevant rows, in the sheet's order: what is submitted.</summary>
    public IReadOnlyList<GivenAnswer> Submission => throw new NotSupportedException();

    /// <summary>Relevant asked rows: how many have an answer, how many there are now.</summary>
    public (int Answered, int Total) Progress => throw new NotSupportedException();
}
