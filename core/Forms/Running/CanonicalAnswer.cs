namespace RbcBot.Core.Forms.Running;

/// <summary>Brings an answer into the form in which it is stored, or refuses it.</summary>
static class CanonicalAnswer
{
    /// <param name="options">The choices that stand now.</param>
    /// <returns>The value and null, or null and why not.</returns>
    internal static (string? Value, Refusal? Refused) Of(Question question, string value, IReadOnlyList<Choice> options)
    {
        var text = value.Trim();
        if (text.Length == 0 && !IsWorkedOut(question.Type))
        {
            return ("", null);
        }
        return question.Type switch
        {
            _ when IsWorkedOut(question.Type) => (null, Refusal.WrongType),
            QuestionType.Text or QuestionType.Hidden => (value, null),
            QuestionType.Integer => When(CanonicalNumber.IsWhole(text), CanonicalNumber.Plain(text)),
            QuestionType.Decimal => When(CanonicalNumber.IsFraction(text), CanonicalNumber.Plain(text)),
            QuestionType.Range => OnRange(question.Range, text),
            QuestionType.Date => When(CanonicalTime.IsDate(text), text),
            QuestionType.Time => When(CanonicalTime.IsTime(text), text),
            QuestionType.DateTime => When(CanonicalTime.IsDateTime(text), text),
            QuestionType.SelectOne or QuestionType.AnotherRepeat => Names([text], options),
            QuestionType.SelectMultiple => Names(InOrder(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), options), options),
            QuestionType.Rank => Ranked(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), options),
            QuestionType.Acknowledge => When(text == "OK", text),
            QuestionType.GeoPoint => CanonicalPlace.IsPoint(text) ? (CanonicalPlace.Point(text), null) : (null, Refusal.WrongType),
            QuestionType.GeoTrace => CanonicalPlace.IsLine(text, 2) ? (CanonicalPlace.Line(text), null) : (null, Refusal.WrongType),
            QuestionType.GeoShape => CanonicalPlace.IsLine(text, 4) ? (CanonicalPlace.Line(text), null) : (null, Refusal.WrongType),
            QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File => When(IsFileName(text), text),
            QuestionType.Note => (null, Refusal.WrongType),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question.Type, null),
        };
    }

    /// <summary>What nobody answers, not even with a blank.</summary>
    static bool IsWorkedOut(QuestionType type) => type is QuestionType.Calculate or QuestionType.Today or QuestionType.Start or QuestionType.End;

    static (string?, Refusal?) When(bool fits, string text) => fits ? (text, null) : (null, Refusal.WrongType);

    static (string?, Refusal?) OnRange(RangeSpan? range, string text)
    {
        if (!CanonicalNumber.IsFraction(text) || range is null)
        {
            return (null, Refusal.WrongType);
        }
        var number = CanonicalNumber.Value(text);
        var fits = number >= range.Start && number <= range.End && (number - range.Start) % range.Step == 0;
        return fits ? (CanonicalNumber.Plain(text), null) : (null, Refusal.NotAnOption);
    }

    static (string?, Refusal?) Names(string[] names, IReadOnlyList<Choice> options) =>
        names.All(name => options.Any(option => option.Name == name)) ? (string.Join(' ', names), null) : (null, Refusal.NotAnOption);

    /// <summary>Chosen names as the choices stand, each once: the order in which they were ticked says nothing.</summary>
    static string[] InOrder(string[] names, IReadOnlyList<Choice> options) =>
        [.. names.Distinct().OrderBy(name => options.TakeWhile(option => option.Name != name).Count())];

    static (string?, Refusal?) Ranked(string[] names, IReadOnlyList<Choice> options) =>
        names.Distinct().Count() == names.Length ? Names(names, options) : (null, Refusal.NotAnOption);

    static bool IsFileName(string text) => text.Length <= 255 && !text.Any(letter => letter is '/' or '\\' || char.IsControl(letter)) && text is not ("." or "..");
}
