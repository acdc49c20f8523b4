namespace RbcBot.Core.Conversations;

/// <summary>Where a session stands, for who reads lists of them.</summary>
public enum Standing { Running, Submitted, Withdrawn }
