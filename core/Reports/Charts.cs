using RbcBot.Core.Evaluation;
using RbcBot.Core.Statistics;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Reports;

/// <summary>The charts of the programme's analyses, for reports and for the console alike; small groups are withheld here.</summary>
public static class Charts
{
    /// <summary>Ability against importance, the greatest need first; null while too few people answered.</summary>
    public static GapDumbbell? Needs(Language language, NeedsGap needs)
    {
        var words = new Wording(language);
        var tasks = needs.Tasks.Where(task => task.IsShown).ToList();
        if (!needs.Verdict.HasNumbers || tasks.Count == 0)
            return null;
        return new GapDumbbell(
            words.Say("needs.chart"),
            words.Say("needs.alt", ("task", ProgrammeWords.Task(language, tasks[0].Task)), ("gap", words.One(tasks[0].Test.MeanDifference ?? 0))),
            words.Used(needs.Verdict),
            Lowest: 1, Highest: 5,
            words.Say("needs.ability"), words.Say("needs.importance"),
            [.. tasks.Select(task => Row(words, task))]);
    }

    /// <summary>Agreement with each question of a feedback round; null while too few people answered.</summary>
    public static DivergingBars? Feedback(Language language, FeedbackItems feedback)
    {
        var words = new Wording(language);
        if (!feedback.Verdict.HasNumbers || feedback.Items.Count == 0)
            return null;
        var longest = feedback.Items.MaxBy(item => item.Answers.Counts.Count)?.Answers.Counts.Count ?? 0;
        var items = feedback.Items.Where(item => item.Answers.Counts.Count == longest).ToList();
        return new DivergingBars(
            words.Say("feedback.chart"),
            words.Say("feedback.alt", ("question", Label(language, items[0])), ("share", words.Share(items[0].Answers.TopTwo))),
            words.Used(feedback.Verdict),
            Categories(language, items[0]),
            [.. items.Select(item => Row(language, item))]);
    }

    /// <summary>The same people's scores from before the training to a later moment; null while too few took both tests.</summary>
    public static SlopeChart? Results(Language language, PrePost result)
    {
        var words = new Wording(language);
        if (result.Test.Verdict.Standing == Standing.InvalidInput || result.Pairs.Count < SmallCells.Threshold)
            return null;
        var before = Descriptive.Of(result.Pairs.Select(pair => (double?)pair.Before));
        var after = Descriptive.Of(result.Pairs.Select(pair => (double?)pair.After));
        return new SlopeChart(
            words.Say("results.chart"),
            words.Say("results.alt", ("before", words.One(before.Mean ?? 0)), ("after", words.One(after.Mean ?? 0)), ("count", result.Pairs.Count)),
            words.Used(result.Test.Verdict),
            [ProgrammeWords.Moment(language, result.Earlier), ProgrammeWords.Moment(language, result.Later)],
            0, result.MaximumPoints,
            [.. result.Pairs.OrderBy(pair => pair.Before).ThenBy(pair => pair.After).Select(pair => (IReadOnlyList<double>)[pair.Before, pair.After])],
            [Mean(words, before), Mean(words, after)]);
    }

    /// <summary>The share of people who completed each lesson.</summary>
    public static Bars Lessons(Language language, IReadOnlyList<LessonProgress> lessons)
    {
        var words = new Wording(language);
        return new Bars(
            words.Say("delivery.chart"), words.Say("delivery.alt", ("count", lessons.Count)), "", 100,
            [.. lessons.Select(one => new BarRow(
                $"{one.Lesson.Id} {one.Lesson.Title.In(language)}",
                100 * one.Completed.Share, 100 * one.Completed.Interval?.Low, 100 * one.Completed.Interval?.High,
                words.Share(one.Completed)))]);
    }

    static GapRow Row(Wording words, TaskNeed task) => new(
        ProgrammeWords.Task(words.Language, task.Task),
        task.Test.MeanBefore ?? 0, task.Test.MeanAfter ?? 0, task.N,
        task.Test.DifferenceInterval is { } interval
            ? $"{words.One(task.Test.MeanDifference ?? 0)} ({words.Between(interval)})"
            : words.One(task.Test.MeanDifference ?? 0));

    static DivergingRow Row(Language language, FeedbackItem item) => item.Answers.Valid < SmallCells.Threshold
        ? new DivergingRow(Label(language, item), new int[item.Answers.Counts.Count], 0, true)
        : new DivergingRow(Label(language, item), item.Answers.Counts, item.Answers.Valid, false);

    static SlopeMean Mean(Wording words, Descriptive scores) =>
        new(scores.Mean ?? 0, scores.MeanInterval?.Low, scores.MeanInterval?.High, words.One(scores.Mean ?? 0));

    internal static string Label(Language language, FeedbackItem item) =>
        new Forms.Choice(item.Question.Name, item.Question.Labels, new Dictionary<string, string>()).Label(Languages.Code(language));

    static List<string> Categories(Language language, FeedbackItem item) =>
        [.. Enumerable.Range(item.Answers.Lowest, item.Answers.Counts.Count).Select(number =>
            item.Question.Choices.First(choice => choice.Name == $"{number}").Label(Languages.Code(language)))];
}
