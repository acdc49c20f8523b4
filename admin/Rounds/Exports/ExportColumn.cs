using System.Globalization;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>One column of an export: what heads it and what a row has in it.</summary>
/// <param name="Heading">group/name, or group/name/choice for one option of several.</param>
/// <param name="Question">Null for what is known of every row.</param>
/// <param name="Option">The option of a 0/1 column, or the part of a place; null otherwise.</param>
/// <param name="IsNumber">Whether values are numbers.</param>
sealed record ExportColumn(string Heading, Question? Question, string? Option, bool IsNumber, Func<ExportRow, string?> Value)
{
    /// <summary>Whether a row of the form has answers that are exported.</summary>
    public static bool IsKept(Question question) => question.Type is not (QuestionType.Note or QuestionType.AnotherRepeat);

    /// <summary>What is known of every session, and the questions outside of repeats; the newest form first, questions of older versions at the end.</summary>
    public static IReadOnlyList<ExportColumn> OfSessions(IReadOnlyList<Form> forms, bool hasRepeats)
    {
        List<ExportColumn> asked = [.. QuestionColumns.Of(forms, "")];
        var taken = asked.Select(column => column.Heading).ToHashSet(StringComparer.Ordinal);
        return [.. OfSession().Select(column => Apart(column, taken)), .. asked, .. hasRepeats ? [Apart(Plain("KEY", row => row.Key), taken)] : Array.Empty<ExportColumn>()];
    }

    /// <summary>The questions of a repeat, and what its rows belong to.</summary>
    public static IReadOnlyList<ExportColumn> OfRepeat(IReadOnlyList<Form> forms, string repeat) =>
        [.. QuestionColumns.Of(forms, repeat), Plain("PARENT_KEY", row => row.ParentKey), Plain("KEY", row => row.Key)];

    /// <summary>The heading as a person reads it.</summary>
    public string Label(string language) =>
        Question is null ? Heading
        : Option is null ? Labels.Short(Question, language, 200)
        : Labels.Short(Question, language, 200) + " / " + Labels.Answer(Question, Option, language);

    static IEnumerable<ExportColumn> OfSession() =>
    [
        Plain("session_id", row => row.Session.Id),
        Plain("person_id", row => row.Session.Person.Value),
        Plain("language", row => row.Session.Language),
        Plain("state", row => Word(row.Answers.Standing)),
        Plain("started", row => Moment(row.Session.Started)),
        Plain("last_answer", row => Moment(row.Session.Touched)),
        Plain("submitted", row => row.Session.Submitted is { } at ? Moment(at) : null),
        Plain("form_version", row => row.Session.FormVersion),
    ];

    static ExportColumn Plain(string heading, Func<ExportRow, string?> value) => new(heading, null, null, false, value);

    /// <summary>A question may be called language too: it keeps the name, ours steps aside.</summary>
    static ExportColumn Apart(ExportColumn column, HashSet<string> taken) =>
        taken.Contains(column.Heading) ? Apart(column with { Heading = "_" + column.Heading }, taken) : column;

    static string Word(Standing standing) => standing switch
    {
        Standing.Running => "running",
        Standing.Submitted => "submitted",
        Standing.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    static string Moment(DateTimeOffset at) => KigaliTime.Of(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
