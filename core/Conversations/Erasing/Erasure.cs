using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>What a turn erases: the store does it in the turn's own transaction, in the place of keeping the conversation.</summary>
/// <param name="Person">Whose lane it is.</param>
/// <param name="Unlinking">Makes of what was counted what may stay.</param>
public sealed record Erasure(PersonId Person, ErasureNames Names, ErasureCause Cause, DateTimeOffset At, Unlinking Unlinking)
{
    /// <summary>Whether all that stands under the person goes; false when only an address is hers no more that another lane has.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether it is the person's own lane, and not one more that she has.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What is left of the lane, because others write by way of it; null when nothing is.</summary>
    public Conversation? Desk { get; init; }

    /// <summary>Whether others use the lane's address too: it stays then, and only what has been said to it goes.</summary>
    public bool KeepsAddress { get; init; }

    /// <summary>Her sessions as they stay, under their new id.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Names of the files that she sent as answers.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The last message; null when she is told nothing, or another lane tells her.</summary>
    public Farewell? Farewell { get; init; }
}

/// <summary>The last message to somebody who is erased: it is erased too once it is on its way no more.</summary>
public sealed record Farewell(Address To, Outbound Message);
