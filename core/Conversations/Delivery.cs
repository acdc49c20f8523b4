namespace RbcBot.Core.Conversations;

/// <summary>What a channel answered when a message was handed to it.</summary>
public abstract record Delivery;

/// <summary>The channel took it. <paramref name="ChannelMessageId"/> is its id there, for later edits; "" when it has none.</summary>
public sealed record Sent(string ChannelMessageId) : Delivery;

/// <summary>The person does not let us in.</summary>
public sealed record Blocked(string Reason) : Delivery;

/// <summary>Too fast: try again after the time.</summary>
public sealed record Throttled(TimeSpan After) : Delivery;

/// <summary>It will not go; <paramref name="IsPermanent"/> tells whether trying again can help.</summary>
public sealed record Failed(string Reason, bool IsPermanent) : Delivery;

/// <summary>Nobody knows: a time-out after the request went out. Not sent again blindly.</summary>
public sealed record Unknown(string Reason) : Delivery;
