namespace RbcBot.Core.Forms;

/// <summary>Why an answer was refused.</summary>
public enum Refusal { Required, Constraint, WrongType, NotAnOption, NotRelevant }

/// <summary>The outcome of giving an answer: a new run, or a refusal that changed nothing.</summary>
/// <param name="Run">The run with the answer in it; null when it was refused.</param>
/// <param name="Refused">Why; null when it was taken.</param>
/// <param name="Messages">The author's own message by language code; empty when the author wrote none.</param>
public sealed record Attempt(FormRun? Run, Refusal? Refused, IReadOnlyDictionary<string, string> Messages);
