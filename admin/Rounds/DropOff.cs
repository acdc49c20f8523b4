using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds;

/// <summary>How far people come in a form, a question at a time.</summary>
/// <param name="Answered">Sessions with an answer to it, a skip included.</param>
/// <param name="Stands">Unfinished sessions that wait at it.</param>
public sealed record DropOff(Question Question, int Answered, int Stands)
{
    public static IReadOnlyList<DropOff> Of(Form form, IReadOnlyList<SessionAnswers> sessions) =>
        [.. form.Questions.Where(question => question.IsAsked).Select(question => new DropOff(
            question,
            sessions.Count(session => session.Session.Answers.Any(answer => answer.Path == question.Path)),
            sessions.Count(session => session.Standing == Standing.Running && session.Session.Asked?.Path == question.Path)))];
}
