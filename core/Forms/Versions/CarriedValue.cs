namespace RbcBot.Core.Forms.Versions;

/// <summary>Whether a value still says the same when its question has become another type.</summary>
static class CarriedValue
{
    static readonly QuestionType[] Numbers = [QuestionType.Integer, QuestionType.Decimal, QuestionType.Range];

    static readonly QuestionType[] Times = [QuestionType.Date, QuestionType.Time, QuestionType.DateTime];

    static readonly QuestionType[] Places = [QuestionType.GeoPoint, QuestionType.GeoTrace, QuestionType.GeoShape];

    /// <summary>Whether a value of one type can be a value of the other without loss; whether it is one is for the form to say.</summary>
    internal static bool MayCarry(QuestionType from, QuestionType to) => from == to
        || (Numbers.Contains(from) && Numbers.Contains(to))
        || (to == QuestionType.Text && (Numbers.Contains(from) || Times.Contains(from) || Places.Contains(from)))
        || (from == QuestionType.Text && (Numbers.Contains(to) || Times.Contains(to)))
        || (from is QuestionType.SelectOne or QuestionType.SelectMultiple && to is QuestionType.SelectOne or QuestionType.SelectMultiple)
        || (from is QuestionType.Image or QuestionType.Audio or QuestionType.Video && to == QuestionType.File);

    /// <summary>Why the answer cannot stay with the newer question; null when it can, as far as the value alone tells.</summary>
    internal static DropReason? Judge(Question older, Question newer, string value)
    {
        if (!MayCarry(older.Type, newer.Type))
        {
            return DropReason.OtherType;
        }
        if (!newer.HasChoices || value.Length == 0)
        {
            return null;
        }
        string[] names = newer.Type == QuestionType.SelectOne ? [value] : value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Any(name => Find(older, name) is { } choice && ChoiceChanges.IsExchanged(choice, newer)) ? DropReason.OtherMeaning
            : names.Any(name => Find(older, name) is not null && Find(newer, name) is null) ? DropReason.ChoiceGone
            : null;
    }

    static Choice? Find(Question question, string name) => question.Choices.FirstOrDefault(choice => choice.Name == name);
}
