namespace RbcBot.Core.Conversations;

/// <summary>Where a message stands on its way. Stores keep the numbers: add at the end only.</summary>
public enum SendState
{
    /// <summary>To be handed to the channel, now or when it is due.</summary>
    Pending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The person does not let us in.</summary>
    Blocked,

    /// <summary>It will not go.</summary>
    Failed,

    /// <summary>Nobody knows whether the channel took it.</summary>
    Unknown,

    /// <summary>It is on the person's phone.</summary>
    Delivered,

    /// <summary>The person has opened it.</summary>
    Read,

    /// <summary>The channel takes it only once the person has spoken again.</summary>
    Held,

    /// <summary>It was worth nothing any more before it could be sent.</summary>
    Expired,
}
