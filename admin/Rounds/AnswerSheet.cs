using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>One person's answers in one round.</summary>
/// <param name="Form">The form it is pinned to; null when its file is not there.</param>
public sealed record AnswerSheet(Round Round, Form? Form, SessionAnswers Answers, IReadOnlyList<Address> Addresses)
{
    /// <summary>Questions with what was answered, in the form's order, one an instance of a repeat; those never reached are left out.</summary>
    public IReadOnlyList<(Question Question, string Value)> Given =>
        [.. (Form?.Questions ?? []).Where(question => question.IsAsked).SelectMany(question => Answers.Every(question).Select(answer => (At(question, answer.Path), answer.Value)))];

    /// <summary>A question in a repeat is named with its instance: child[2]/age.</summary>
    static Question At(Question question, string path) => question.Path == path ? question : question with { Path = path, Name = Heading.Of(path) };
}
