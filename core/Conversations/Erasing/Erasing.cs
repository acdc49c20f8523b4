using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>Where the wish to be erased stands.</summary>
public enum ErasingStep
{
    /// <summary>She said that she wants it, and what it means was told.</summary>
    Asked,

    /// <summary>She said yes, and is asked once more.</summary>
    Sure,

    /// <summary>She said yes twice: it waits for its day.</summary>
    Waiting,
}

/// <summary>A person's wish to be erased, until it is done or taken back.</summary>
public sealed record Erasing(ErasingStep Step, ErasureCause Cause)
{
    /// <summary>How long she may think again; docs/decisions/0034-erasure.md.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>When it is done; null before she said yes twice.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>What a lane is asked to erase.</summary>
public sealed record ErasureOrder(ErasureCause Cause)
{
    /// <summary>Of an order from the person's own lane to another that has an address of hers: the names that all of it goes by. Null when it is asked of her own lane.</summary>
    public ErasureNames? Names { get; init; }

    /// <summary>All ids that she has had, of such an order.</summary>
    public IReadOnlyList<PersonId> People { get; init; } = [];
}
