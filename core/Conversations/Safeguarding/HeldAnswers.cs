using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>Answers that stay inside: they speak of danger, or named a patient.</summary>
public static class HeldAnswers
{
    /// <summary>What stands in a file for an answer that stays inside.</summary>
    public const string Mark = "[held]";

    /// <summary>The session as it may leave the house.</summary>
    public static Session Out(Session session) => session.Held.Count == 0 ? session : session with
    {
        Answers = Out(session.Answers, session.Held),
        Submission = Out(session.Submission, session.Held),
    };

    /// <summary>The turn with the answers that it took marked as held.</summary>
    /// <param name="forms">Only what was written as words is held: a number or a choice tells nothing.</param>
    internal static Turn Marked(Turn turn, IReadOnlyDictionary<string, Form> forms)
    {
        foreach (var given in turn.Facts.OfType<AnswerGiven>())
            if (Find(turn.Next, given.Session) is { } session && !session.Held.Contains(given.Path)
                && forms.GetValueOrDefault(session.FormVersion)?.Find(given.Path) is { Type: QuestionType.Text })
                turn = turn with { Next = With(turn.Next, session with { Held = [.. session.Held, given.Path] }) };
        return turn;
    }

    /// <summary>The turn with answers that were given anew, and speak of nothing now, free again.</summary>
    internal static Turn Renewed(Turn turn, Conversation before)
    {
        foreach (var session in before.Sessions)
            if (session.Held.Count > 0 && Find(turn.Next, session.Id) is { } now
                && turn.Facts.OfType<AnswerGiven>().Where(given => given.Session == session.Id).Select(given => given.Path).ToList() is { Count: > 0 } again)
                turn = turn with { Next = With(turn.Next, now with { Held = [.. now.Held.Except(again)] }) };
        return turn;
    }

    static Session? Find(Conversation conversation, string id) => conversation.Sessions.FirstOrDefault(session => session.Id == id);

    static Conversation With(Conversation conversation, Session session) =>
        conversation with { Sessions = [.. conversation.Sessions.Select(other => other.Id == session.Id ? session : other)] };

    static IReadOnlyList<GivenAnswer> Out(IReadOnlyList<GivenAnswer> answers, IReadOnlyList<string> held) =>
        [.. answers.Select(answer => held.Contains(answer.Path) && answer.Value.Length > 0 ? answer with { Value = Mark } : answer)];
}
