using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>An address of a person, and what is known of it.</summary>
/// <param name="LastHeard">When the person last spoke there, by the channel's clock where it has one; null when she never did.</param>
/// <param name="IsBlocked">Whether she does not let us in there.</param>
public sealed record Reach(Address Address, DateTimeOffset? LastHeard, bool IsBlocked = false)
{
    /// <summary>Whether nobody can be reached there, as the channel said since she last spoke there, if she ever did.</summary>
    public bool IsBad { get; init; }

    /// <summary>In whose lane the address is, when it came along with somebody who turned out to be the same person; null when it is the person's own.</summary>
    public PersonId? Via { get; init; }

    /// <summary>As whom she is known there, when several use the address; null when it is hers alone.</summary>
    public PersonId? As { get; init; }
}
