using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>Somebody who turned out to be the same person.</summary>
/// <param name="Person">Her other id; her lane stays and passes on what comes there.</param>
/// <param name="Before">Her conversation as it was, without its sessions.</param>
/// <param name="Sessions">Ids of the sessions she brought.</param>
public sealed record Joined(PersonId Person, DateTimeOffset At, JoinedBy By, Conversation Before, IReadOnlyList<string> Sessions);
