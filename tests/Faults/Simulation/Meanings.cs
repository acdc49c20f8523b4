using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Which question people mean to answer with what they say: it must not be taken for the answer to another.</summary>
sealed class Meanings
{
    readonly Dictionary<string, (string Question, int? UndatedTurns)> meant = [];

    /// <summary>The person means to answer this question with it.</summary>
    /// <param name="undatedTurns">How many undated turns she had had when she typed it; null for a press, which names its question itself.</param>
    public void Add(string key, string question, int? undatedTurns) => meant[key] = (question, undatedTurns);

    public void Check(Account account, Inbound inbound, Turn turn, Tally tally)
    {
        Cards.Check(inbound, turn, tally);
        if (!meant.TryGetValue(Account.KeyOf(inbound), out var means) || (means.UndatedTurns is { } turns && turns != account.UndatedTurns))
            return;
        var other = turn.Facts.OfType<AnswerGiven>().FirstOrDefault(fact => !fact.Path.EndsWith($"/{means.Question}", StringComparison.Ordinal));
        CheckFailedException.Unless(other is null, $"{Ledger.Said(inbound)} answers {means.Question} and was taken for {other?.Path}");
    }
}
