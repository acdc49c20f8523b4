namespace RbcBot.Core.Conversations;

/// <summary>A time in which a message is not sent: the quiet hours after those in which it was decided.</summary>
public sealed record Rest(DateTimeOffset From, DateTimeOffset Until)
{
    public bool Holds(DateTimeOffset moment) => moment >= From && moment < Until;
}
