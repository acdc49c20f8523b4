using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>What stays of an answer when nobody may tell any more who gave it.</summary>
static class UnlinkedValue
{
    /// <summary>What stands for an answer that is gone, so that it still counts as given.</summary>
    public const string Mark = "[erased]";

    /// <summary>Digits of a number that stays: counts, scores and years have no more, telephones and cards have.</summary>
    const int MostDigits = 5;

    const int MonthLetters = 8, DayLetters = 10;

    /// <param name="question">Null when its form is not known.</param>
    public static string Of(Question? question, string value) =>
        value.Length == 0 ? ""
        : question is null ? Number(value, Mark)
        : PersonalQuestion.Is(question) ? question.Type == QuestionType.Text ? Mark : ""
        : Typed(question, value);

    static string Typed(Question question, string value) => question.Type switch
    {
        QuestionType.Text or QuestionType.Hidden => Mark,
        QuestionType.Calculate => value is "yes" or "no" or "true" or "false" ? value : Number(value, Mark),
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => Number(value, ""),
        QuestionType.Date => Cut(value, MonthLetters, "01"),
        QuestionType.Today => Cut(value, DayLetters, ""),
        QuestionType.DateTime => Cut(value, MonthLetters, "01T00:00:00.000+02:00"),
        QuestionType.Start or QuestionType.End => Cut(value, DayLetters, "T00:00:00.000+02:00"),
        QuestionType.Time => Cut(value, 2, ":00:00.000+02:00"),
        QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank => PersonalQuestion.IsOfPlace(question) ? Mark : value,
        _ => value,
    };

    static string Number(string value, string otherwise) =>
        value.Count(char.IsAsciiDigit) <= MostDigits && value.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '-') ? value : otherwise;

    static string Cut(string value, int letters, string end) => value.Length >= letters ? value[..letters] + end : "";
}
