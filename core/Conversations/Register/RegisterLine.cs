using RbcBot.Core.Calendar;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Register;

/// <summary>A session as the register knows it: where it stands, and nothing of what was said. It changes seldom, at most once on a day for that somebody went on.</summary>
/// <param name="Number">Its place among the person's sessions, from 0.</param>
/// <param name="IsOffered">Whether nothing was answered in it yet.</param>
/// <param name="Day">In Kigali: when it was submitted, or last touched while it is not.</param>
public sealed record RegisterLine(
    PersonId Person, int Number, string Id, string Flow, string Subject, string Version, Standing Standing, bool IsOffered, string Language, DateOnly Day, DateTimeOffset Started)
{
    public static RegisterLine Of(int number, Session session) => new(
        session.Person, number, session.Id, session.Flow, session.Subject, session.FormVersion, StandingOf(session), session.Answers.Count == 0,
        session.Language, KigaliTime.Day(session.Submitted ?? session.Touched), session.Started);

    public static Standing StandingOf(Session session) =>
        session.Submitted is not null ? Standing.Submitted
        : session.IsOver ? Standing.Withdrawn
        : Standing.Running;
}
