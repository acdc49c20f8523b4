using RbcBot.Core.Forms.Answers;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>Turns one message into the answers to a few short questions that were asked together: all of them, or none.</summary>
public static class UnderstandSeveral
{
    /// <summary>Most questions that are asked in one message.</summary>
    public const int Most = 3;

    /// <summary>Most options of a question that is asked together with others.</summary>
    const int MostOptions = 5;

    /// <summary>Letters of a question that are repeated in the hint.</summary>
    const int LongestLabel = 40;

    /// <summary>Whether the steps can be asked in one message: two or three, each with a short answer.</summary>
    public static bool Fits(IReadOnlyList<FormStep> steps) =>
        steps.Count is >= 2 and <= Most && steps.All(step => IsShort(step) && step.Media.Count == 0);

    /// <summary>Reads the answers, one for each step in its order; when one is missing or could belong to two, none is read and each says the form that is wanted, or how the one that was no answer is given.</summary>
    public static IReadOnlyList<Understanding> Read(IReadOnlyList<FormStep> steps, string text, Language language, DateOnly today)
    {
        var wanted = Understanding.Unclear("understand.several", ("form", Form(steps, language)));
        var readings = text.Length > Understand.LongestShortAnswer ? null : new SharedMessage(steps, language, today).Read(text);
        if (readings is null)
            return [.. steps.Select(_ => wanted)];
        return readings.All(reading => reading.Value is not null) ? readings
            : [.. readings.Select(reading => reading.Value is null ? reading : wanted)];
    }

    static bool IsShort(FormStep step) => step.Question.Type switch
    {
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range or QuestionType.Date or QuestionType.Time => true,
        QuestionType.Text => !step.Question.Appearance.Contains("multiline", StringComparison.OrdinalIgnoreCase),
        QuestionType.SelectOne => step.Options.Count is > 0 and <= MostOptions,
        _ => false,
    };

    static string Form(IReadOnlyList<FormStep> steps, Language language) =>
        string.Join('\n', steps.Select(step => $"{Short(step.Label(Languages.Code(language)))}: …"));

    static string Short(string label)
    {
        var line = label.Trim().Split('\n')[0].Trim(' ', ':', '?', '.', '*', '_');
        return line.Length <= LongestLabel ? line : line[..Math.Max(LongestLabel / 2, line.LastIndexOf(' ', LongestLabel))] + " …";
    }
}
