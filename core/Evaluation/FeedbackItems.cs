using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Evaluation;

/// <summary>What participants thought of the training, question by question.</summary>
/// <param name="Items">Agreement questions, the highest share of agreement first.</param>
/// <param name="OpenTexts">How many free texts wait for a person to read them; the texts themselves are held back.</param>
public sealed record FeedbackItems(Verdict Verdict, IReadOnlyList<FeedbackItem> Items, int OpenTexts)
{
    const int ShortestScale = 3;
    const int LongestScale = 7;

    /// <summary>Reads the submitted sessions of a feedback round that are pinned to the form.</summary>
    public static FeedbackItems Of(IReadOnlyList<Session> sessions, Form form)
    {
        var own = Answered.LastOfEach(sessions.Where(session => session.FormVersion == form.Version));
        List<IReadOnlyDictionary<string, string>> answers = [.. own.Select(Answered.ByPath)];
        var items = form.Questions.Where(question => Scale(question).Count is >= ShortestScale and <= LongestScale)
            .Select(question => new FeedbackItem(question, Item(question, answers)))
            .OrderByDescending(item => item.Answers.TopTwo.Share ?? -1);
        var texts = form.Questions.Where(question => question.Type == QuestionType.Text)
            .Sum(question => answers.Count(person => person.GetValueOrDefault(question.Path, "").Length > 0));
        var verdict = own.Count == 0 ? Verdict.No(Reasons.NoData, 0, 0)
            : own.Count < SmallCells.Threshold ? Verdict.Hidden(own.Count, 0)
            : Verdict.Ok(own.Count, 0);
        return new FeedbackItems(verdict, verdict.HasNumbers ? [.. items] : [], texts);
    }

    static LikertItem Item(Question question, List<IReadOnlyDictionary<string, string>> answers)
    {
        var scale = Scale(question);
        return LikertItem.Of(
            answers.Select(person => Answered.Number(person.GetValueOrDefault(question.Path)) is { } value && scale.Contains((int)value) ? (double?)value : null),
            scale[0], scale[^1]);
    }

    /// <summary>The numbers of a question's choices when they run without a hole; a choice that is no number is "does not apply".</summary>
    static List<int> Scale(Question question)
    {
        List<int> numbers = question.Type == QuestionType.SelectOne
            ? [.. question.Choices.Select(choice => Answered.Number(choice.Name)).OfType<double>().Select(number => (int)number).Order()]
            : [];
        return numbers.Count > 0 && numbers[^1] - numbers[0] == numbers.Count - 1 ? numbers : [];
    }
}

/// <summary>One question of a feedback form.</summary>
public sealed record FeedbackItem(Question Question, LikertItem Answers);
