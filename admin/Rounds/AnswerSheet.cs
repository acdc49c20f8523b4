using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>One person's answers in one round.</summary>
/// <param name="Form">The form it is pinned to; null when its file is not there.</param>
public sealed record AnswerSheet(Round Round, Form? Form, SessionAnswers Answers, IReadOnlyList<Address> Addresses)
{
    /// <summary>Questions with what was answered, in the form's order; those never reached are left out.</summary>
    public IReadOnlyList<(Question Question, string Value)> Given =>
        [.. (Form?.Questions ?? []).Where(question => question.IsAsked && Answers.At(question.Path) is not null)
            .Select(question => (question, Answers.At(question.Path) ?? ""))];
}
