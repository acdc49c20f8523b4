namespace RbcBot.Bot.Inbox;

/// <summary>Numbers by which an operator finds in the manual what a line of the log means.</summary>
static class ProblemIds
{
    /// <summary>A message whose turn failed three times was set aside.</summary>
    public const string Poison = "500.2";

    /// <summary>A payload that its channel vouches for could not be read and was set aside.</summary>
    public const string Unread = "500.3";
}
