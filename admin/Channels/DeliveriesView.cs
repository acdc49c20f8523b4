using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Admin.Channels;

/// <summary>One person's messages, the latest first: where each stands and how it came there, without what was said.</summary>
public sealed record DeliveriesView(PersonId Person, IReadOnlyList<Undelivered> Messages)
{
    /// <summary>So many of the latest are shown.</summary>
    public const int Most = 100;
}
