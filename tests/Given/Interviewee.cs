using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Given;

/// <summary>Somebody who knows what to answer to every question of a form, and remembers what she gave.</summary>
sealed class Interviewee(Form form, Language language)
{
    static readonly string[] Aside = ["other", "none", "dont_know"];

    /// <summary>What should be stored, by the question's name.</summary>
    public Dictionary<string, string> Given { get; } = [];

    /// <summary>The question that a message asks; null when it asks none.</summary>
    public Question? Question(string message) => form.Questions
        .Where(question => question.IsAsked)
        .Select(question => (Question: question, Length: Sounds(question, message)))
        .Where(heard => heard.Length > 0)
        .OrderByDescending(heard => heard.Length)
        .Select(heard => heard.Question)
        .FirstOrDefault();

    /// <summary>Letters of the message that are the question's; 0 when it is not asked.</summary>
    int Sounds(Question question, string message)
    {
        var (label, rest) = (Label(question), Heard.Rest(Label(question)));
        return label.Length > 0 && message.Contains(label, StringComparison.Ordinal) ? label.Length
            : rest.Length > 0 && !Given.ContainsKey(question.Name) && message.Contains(rest, StringComparison.Ordinal) ? rest.Length
            : 0;
    }

    /// <summary>Her answer: buttons to press, or else words to write.</summary>
    public (IReadOnlyList<string> Presses, string Words) Answer(Question question)
    {
        var choices = question.Choices.Where(choice => !Aside.Contains(choice.Name)).ToList();
        var chosen = question.Type switch
        {
            QuestionType.SelectOne => [choices[1]],
            QuestionType.SelectMultiple => choices.Take(2).ToList(),
            _ => [],
        };
        var words = chosen.Count > 0 ? "" : question.Type == QuestionType.Integer ? "7" : "Byose bigenda neza: é, \"ubuvuzi\" & <umuti>";
        Given[question.Name] = chosen.Count > 0 ? string.Join(' ', chosen.Select(choice => choice.Name)) : words;
        return ([.. chosen.Select(choice => choice.Label(Languages.Code(language)))], words);
    }

    string Label(Question question) => question.Labels.GetValueOrDefault(Languages.Code(language), "").Trim();
}
