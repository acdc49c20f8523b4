using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>The questions of a package, and how an answer to each is written. It learns: an answer that does not fit is text, under a question of its own.</summary>
sealed class FloipQuestions
{
    public const string Text = "text";

    readonly Dictionary<string, FloipQuestion> byId = new(StringComparer.Ordinal);

    public FloipQuestions(ExportPlan plan)
    {
        Columns = [.. plan.Tables.SelectMany(table => table.Columns.Where(column => column.Question is not null && column.Option is null).Select(column => (table, column)))];
        foreach (var (_, column) in Columns)
            if (column.Question is { } question)
                byId.TryAdd(column.Heading, new FloipQuestion(column.Heading, TypeOf(question.Type), question));
    }

    /// <summary>What is answered, in the order of the forms.</summary>
    public IReadOnlyList<(ExportTable Table, ExportColumn Column)> Columns { get; }

    public IEnumerable<FloipQuestion> All => byId.Values;

    /// <summary>The question's id and type, and the response in its format: text, a number, or several of one of them.</summary>
    public (string Id, string Type, object Response) Read(ExportColumn column, string value)
    {
        var question = byId[column.Heading];
        if (FloipValue.Of(question, value) is { } response)
            return (question.Id, question.Type, response);
        var other = question.Id + " (text)";
        byId.TryAdd(other, question with { Id = other, Type = Text });
        return (other, Text, value);
    }

    static string TypeOf(QuestionType type) => type switch
    {
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => "numeric",
        QuestionType.SelectOne or QuestionType.Acknowledge => "select_one",
        QuestionType.SelectMultiple or QuestionType.Rank => "select_many",
        QuestionType.Date or QuestionType.Today => "date",
        QuestionType.Time => "time",
        QuestionType.DateTime or QuestionType.Start or QuestionType.End => "datetime",
        QuestionType.GeoPoint => "geo_point",
        QuestionType.Image => "image",
        QuestionType.Audio => "audio",
        QuestionType.Video => "video",
        _ => Text,
    };
}

/// <summary>One question of a package.</summary>
/// <param name="Id">The column's heading.</param>
/// <param name="Type">As the specification names it.</param>
sealed record FloipQuestion(string Id, string Type, Question Question)
{
    /// <summary>The choices of its list, and those that answers showed to have been there once.</summary>
    public List<string> Choices { get; } = Question.Type == QuestionType.Acknowledge ? ["OK"] : [.. Question.Choices.Select(choice => choice.Name)];
}
