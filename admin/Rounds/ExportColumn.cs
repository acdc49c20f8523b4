using System.Globalization;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds;

/// <summary>One column of an export: what heads it and what a session has in it.</summary>
/// <param name="Heading">group/name, or group/name/choice for one option of several.</param>
/// <param name="Question">Null for what is known of every session.</param>
/// <param name="Option">The option of a 0/1 column; null otherwise.</param>
/// <param name="IsNumber">Whether values are numbers.</param>
sealed record ExportColumn(string Heading, Question? Question, string? Option, bool IsNumber, Func<SessionAnswers, string?> Value)
{
    /// <summary>The columns for sessions pinned to these forms, the newest form first; questions of older versions follow at the end.</summary>
    public static IReadOnlyList<ExportColumn> Of(IReadOnlyList<Form> forms)
    {
        var columns = new List<ExportColumn>(OfSession());
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in forms.SelectMany(form => form.Questions))
            if (question.Type != QuestionType.Note && known.Add(question.Path))
                columns.AddRange(OfQuestion(question));
        return columns;
    }

    /// <summary>The heading as a person reads it.</summary>
    public string Label(string language) =>
        Question is null ? Heading
        : Option is null ? Labels.Short(Question, language, 200)
        : Labels.Short(Question, language, 200) + " / " + Labels.Answer(Question, Option, language);

    static IEnumerable<ExportColumn> OfSession() =>
    [
        Plain("session_id", answers => answers.Session.Id),
        Plain("person_id", answers => answers.Session.Person.Value),
        Plain("language", answers => answers.Session.Language),
        Plain("state", answers => Word(answers)),
        Plain("started", answers => Moment(answers.Session.Started)),
        Plain("last_answer", answers => Moment(answers.Session.Touched)),
        Plain("submitted", answers => answers.Session.Submitted is { } at ? Moment(at) : null),
        Plain("form_version", answers => answers.Session.FormVersion),
    ];

    static IEnumerable<ExportColumn> OfQuestion(Question question)
    {
        var heading = Heads(question.Path);
        var isNumber = question.Type is QuestionType.Integer or QuestionType.Decimal;
        yield return new(heading, question, null, isNumber, answers => answers.At(question.Path));
        if (question.Type != QuestionType.SelectMultiple)
            yield break;
        foreach (var choice in question.Choices.DistinctBy(choice => choice.Name))
            yield return new(heading + "/" + choice.Name, question, choice.Name, true, answers => Ticked(answers.At(question.Path), choice.Name));
    }

    static ExportColumn Plain(string heading, Func<SessionAnswers, string?> value) => new(heading, null, null, false, value);

    /// <summary>The path without the form's own root: what ODK and Kobo head a column with.</summary>
    static string Heads(string path) => string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1)) is { Length: > 0 } heads ? heads : path;

    static string? Ticked(string? value, string option) =>
        string.IsNullOrEmpty(value) ? null : value.Split(' ').Contains(option) ? "1" : "0";

    static string Word(SessionAnswers answers) => answers.Standing switch
    {
        Standing.Running => "running",
        Standing.Submitted => "submitted",
        Standing.Withdrawn => "withdrawn",
        _ => throw new InvalidOperationException(answers.Standing.ToString()),
    };

    static string Moment(DateTimeOffset at) => KigaliTime.Of(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
