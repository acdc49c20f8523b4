namespace RbcBot.Bot;

/// <summary>Whether the bot has come up: ready is more than alive.</summary>
sealed class Readiness
{
    public bool IsReady { get; set; }
}
