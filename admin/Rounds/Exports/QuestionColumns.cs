using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>The columns of the questions of several versions of a form: a union, apart only where a type changed.</summary>
static class QuestionColumns
{
    /// <summary>Parts of a place, as Kobo heads them.</summary>
    static readonly string[] PlaceParts = ["latitude", "longitude", "altitude", "precision"];

    /// <summary>The columns of one table.</summary>
    /// <param name="forms">The newest first.</param>
    /// <param name="repeat">The path of the repeat; "" for what stands in none.</param>
    public static IEnumerable<ExportColumn> Of(IReadOnlyList<Form> forms, string repeat)
    {
        List<AskedBy> asked = [.. forms.SelectMany(form => form.Questions
            .Where(question => ExportColumn.IsKept(question) && Around(question) == repeat)
            .Select(question => new AskedBy(form.Version, question)))];
        var kinds = asked.GroupBy(one => one.Question.Path).ToDictionary(path => path.Key, path => path.GroupBy(one => Kind(one.Question.Type)).ToList());
        foreach (var group in asked.GroupBy(one => (one.Question.Path, Kind: Kind(one.Question.Type))))
        {
            var changes = kinds[group.Key.Path];
            var isNewest = changes[0].Key == group.Key.Kind;
            var question = Joined([.. group.Select(one => one.Question)]);
            var heading = Heading.Of(question.Path) + (isNewest ? "" : $" ({TypeWord.Of(question.Type)})");
            var older = (isNewest ? changes.Skip(1).SelectMany(change => change) : group).Select(one => one.Version).ToHashSet();
            foreach (var column in OfQuestion(question, heading))
                yield return changes.Count == 1 ? column : column with { Value = row => older.Contains(row.Session.FormVersion) == isNewest ? null : column.Value(row) };
        }
    }

    static string Around(Question question) => question.Repeats.Count == 0 ? "" : question.Repeats[^1];

    static IEnumerable<ExportColumn> OfQuestion(Question question, string heading)
    {
        var path = question.Path;
        yield return new(heading, question, null, IsNumber(question.Type), row => row.At(path));
        if (question.Type == QuestionType.SelectMultiple)
            foreach (var choice in question.Choices)
                yield return new(heading + "/" + choice.Name, question, choice.Name, true, row => Ticked(row.At(path), choice.Name));
        if (question.Type == QuestionType.GeoPoint)
            foreach (var (place, part) in PlaceParts.Index())
                yield return new(Heading.Beside(heading, "_" + part), question, part, true, row => Part(row.At(path), place));
    }

    /// <summary>The newest question, with the choices that only older versions had behind its own.</summary>
    static Question Joined(IReadOnlyList<Question> questions) =>
        questions[0] with { Choices = [.. questions.SelectMany(question => question.Choices).DistinctBy(choice => choice.Name)] };

    /// <summary>Types whose values bear the same column.</summary>
    static QuestionType Kind(QuestionType type) => type switch
    {
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => QuestionType.Decimal,
        QuestionType.Text or QuestionType.Calculate or QuestionType.Hidden or QuestionType.Acknowledge => QuestionType.Text,
        QuestionType.Date or QuestionType.Today => QuestionType.Date,
        QuestionType.DateTime or QuestionType.Start or QuestionType.End => QuestionType.DateTime,
        QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File => QuestionType.File,
        _ => type,
    };

    static bool IsNumber(QuestionType type) => Kind(type) == QuestionType.Decimal;

    static string? Ticked(string? value, string option)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        foreach (var part in value.AsSpan().Split(' '))
            if (value.AsSpan(part).SequenceEqual(option))
                return "1";
        return "0";
    }

    static string? Part(string? value, int place) =>
        string.IsNullOrEmpty(value) ? null : value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(place);

    sealed record AskedBy(string Version, Question Question);
}
