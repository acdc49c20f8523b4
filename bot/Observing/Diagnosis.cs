namespace RbcBot.Bot.Observing;

/// <summary>How the bot is, at a moment.</summary>
sealed record Diagnosis(IReadOnlyList<Ailment> Problems)
{
    public bool IsReady => !Problems.Any(problem => problem.Stops);
}
