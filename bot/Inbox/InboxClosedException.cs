namespace RbcBot.Bot.Inbox;

/// <summary>Too much waits, or the bot is going down: whoever brings messages shall bring this one again.</summary>
sealed class InboxClosedException() : IOException("The inbox takes nothing now.");
