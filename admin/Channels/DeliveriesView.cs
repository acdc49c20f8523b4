using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Admin.Channels;

/// <summary>One person's messages, the latest first: where each stands and how it came there, without what was said; and why she was written to first, or was not.</summary>
/// <param name="Decided">What was decided on nudges, the latest first.</param>
public sealed record DeliveriesView(PersonId Person, IReadOnlyList<Undelivered> Messages, IReadOnlyList<NudgeDecided> Decided)
{
    /// <summary>So many of the latest are shown.</summary>
    public const int Most = 100;
}
