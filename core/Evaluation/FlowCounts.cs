using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Evaluation;

/// <summary>How many people came how far in one round.</summary>
/// <param name="Invited">Null when the round is open to whoever has the link.</param>
/// <param name="Submitted">The share of those invited, or else of those who began.</param>
public sealed record FlowCounts(Round Round, int? Invited, int Begun, Proportion Submitted)
{
    /// <summary>Counts people, not sessions: who began twice counts once.</summary>
    public static FlowCounts Of(Round round, IReadOnlyList<Session> sessions, int? invited)
    {
        var own = sessions.Where(session => string.Equals(session.Subject, round.Code, StringComparison.OrdinalIgnoreCase)).ToList();
        var begun = own.DistinctBy(session => session.Person).Count();
        var submitted = own.Where(session => session.Submitted is not null).DistinctBy(session => session.Person).Count();
        return new FlowCounts(round, invited, begun, Proportion.Of(submitted, Math.Max(invited ?? begun, submitted)));
    }
}
