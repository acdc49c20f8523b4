using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Something on its way to the bot: it is brought again until the bot has answered for it.</summary>
/// <param name="Update">As Telegram brings it; null from the web page.</param>
/// <param name="Web">As the web page brings it; null from Telegram.</param>
sealed record Letter(Address From, byte[]? Update, Inbound? Web);
