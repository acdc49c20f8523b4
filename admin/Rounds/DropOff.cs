using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds;

/// <summary>How far people come in a form, a question at a time.</summary>
/// <param name="Answered">Sessions with an answer to it, a skip included.</param>
/// <param name="Stands">Unfinished sessions that wait at it.</param>
public sealed record DropOff(Question Question, int Answered, int Stands)
{
    /// <summary>Counted in one pass, a session in memory at a time.</summary>
    public static async Task<IReadOnlyList<DropOff>> OfAsync(Form form, IAsyncEnumerable<Session> sessions, CancellationToken stop)
    {
        var (answered, stands) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        await foreach (var session in sessions.WithCancellation(stop))
        {
            foreach (var path in session.Answers.Select(answer => answer.Path).Distinct())
                answered[path] = answered.GetValueOrDefault(path) + 1;
            if (session.Asked is { } asked && SessionAnswers.StandingOf(session) == Standing.Running)
                stands[asked.Path] = stands.GetValueOrDefault(asked.Path) + 1;
        }
        return [.. form.Questions.Where(question => question.IsAsked)
            .Select(question => new DropOff(question, answered.GetValueOrDefault(question.Path), stands.GetValueOrDefault(question.Path)))];
    }
}
