namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>What is said when a message could not be dealt with.</summary>
public static class Apology
{
    /// <summary>The apology with the card before it when the message spoke of danger.</summary>
    public static Turn Guarded(Turn apology, Conversation conversation, Inbound inbound, Catalogue catalogue, DateTimeOffset now)
    {
        var screening = Screening.Of(conversation, inbound, catalogue, now);
        return screening.Crisis.Level == Safety.SafetyLevel.None ? apology : Guard.After(apology, screening, conversation, inbound.Said.IsCarded, now);
    }
}
