namespace RbcBot.Core.Conversations;

/// <summary>What a channel answered when a message was handed to it.</summary>
public abstract record Delivery;

/// <summary>The channel took it. <paramref name="ChannelMessageId"/> is its id there, for later edits; "" when it has none.</summary>
public sealed record Sent(string ChannelMessageId) : Delivery;

/// <summary>The person does not let us in.</summary>
public sealed record Blocked(string Reason) : Delivery;

/// <summary>Too fast: try again after the time.</summary>
public sealed record Throttled(TimeSpan After) : Delivery
{
    /// <summary>Whether the provider means the whole line, and not only this person: then nothing goes before the time is over.</summary>
    public bool IsForAll { get; init; }

    /// <summary>Whether we held it back ourselves: the provider was not asked, so that it says nothing of how the provider is.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>It will not go; <paramref name="IsPermanent"/> tells whether trying again can help.</summary>
public sealed record Failed(string Reason, bool IsPermanent) : Delivery
{
    /// <summary>Whether settings of ours are to blame, such as a sender or a template: an operator has to mend them.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whether the address is to blame: nobody can be reached there on this channel.</summary>
    public bool IsAddress { get; init; }
}

/// <summary>The person spoke too long ago: the channel takes only approved templates until she speaks again.</summary>
public sealed record WindowClosed(string Reason) : Delivery;

/// <summary>Nobody knows: a time-out after the request went out. Not sent again blindly.</summary>
public sealed record Unknown(string Reason) : Delivery
{
    /// <summary>The channel's id, where it has one all the same: a later report then tells; "" else.</summary>
    public string ChannelMessageId { get; init; } = "";
}
