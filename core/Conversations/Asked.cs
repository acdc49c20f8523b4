namespace RbcBot.Core.Conversations;

/// <summary>The question that stands open, with the order in which its options were shown: frozen, so that "2" keeps its meaning.</summary>
/// <param name="Token">Bound to this asking; a button with another token is stale.</param>
/// <param name="Options">Option names in the order shown.</param>
/// <param name="Ticked">Names ticked so far, in a question that takes several; in a ranking, in its order.</param>
/// <param name="Unclear">How many answers in a row were not understood or refused.</param>
public sealed record Asked(string Token, string Path, IReadOnlyList<string> Options, IReadOnlyList<string> Ticked, int Unclear)
{
    /// <summary>The page of a long list that is shown, from 0.</summary>
    public int Page { get; init; }

    /// <summary>Places among Options that typed letters or a group left over, best first; empty when the whole list is shown.</summary>
    public IReadOnlyList<int> Found { get; init; } = [];

    /// <summary>A date or a line of places that is not whole yet: 2024-05, or points with semicolons between; "-" when the calendar is open and nothing chosen, "" when nothing was begun.</summary>
    public string Partial { get; init; } = "";

    /// <summary>Paths of all questions that one message asked, in its order; empty when it asked one.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>Whether the answers so far are listed, and a number means one of them.</summary>
    public bool IsListing { get; init; }
}
