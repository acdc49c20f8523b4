using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>A session as a row: what lists show apart from what only its form needs.</summary>
/// <param name="Line">All but its answers, as text.</param>
/// <param name="Rest">Its answers, as text.</param>
sealed record SessionRow(string Person, int Number, string Subject, string Flow, long Started, bool IsSubmitted, string Line, string Rest)
{
    /// <summary>Where it stands.</summary>
    public required RegisterLine Stands { get; init; }

    public static SessionRow Of(int number, Session session) => new(
        session.Person.Value, number, CleanText.Of(session.Subject), session.Flow, session.Started.UtcTicks, session.Submitted is not null,
        StoredJson.Write(WithoutAnswers(session)), StoredJson.Write(new Answered(session.Answers, session.Submission, session.Asked)))
    {
        Stands = RegisterLine.Of(number, session),
    };

    public static Session WithoutAnswers(Session session) => session with { Answers = [], Submission = [], Asked = null };

    public static Session ReadLine(string line) => StoredJson.Read<Session>(line);

    public static Session Read(string line, string rest)
    {
        var answered = StoredJson.Read<Answered>(rest);
        return ReadLine(line) with { Answers = answered.Answers ?? [], Submission = answered.Submission ?? [], Asked = answered.Asked };
    }

    sealed record Answered(IReadOnlyList<GivenAnswer>? Answers, IReadOnlyList<GivenAnswer>? Submission, Asked? Asked);
}
