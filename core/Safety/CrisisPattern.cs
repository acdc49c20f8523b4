namespace RbcBot.Core.Safety;

/// <summary>Words in an order that say something of danger.</summary>
/// <param name="Level">What they say; null for a harmless turn of phrase, which takes what it overlaps out.</param>
/// <param name="IsOfOthers">Whether they speak of somebody else, so that "if", "should" and the like make them a lesson.</param>
/// <param name="TakesNegation">Whether a "not" near it changes nothing, because it is part of what is said.</param>
/// <param name="HasSubject">Whether it begins with who speaks, so that a "not" before it belongs to something else.</param>
sealed record CrisisPattern(SafetyLevel? Level, bool IsOfOthers, bool TakesNegation, bool HasSubject, IReadOnlyList<LexiconItem> Items)
{
    /// <summary>The last word of the pattern when it begins at a word; null when it does not.</summary>
    public int? End(CrisisText text, int start)
    {
        var at = start;
        for (var item = 1; item < Items.Count; item++)
        {
            if (text.Next(Items[item].Id, at + 1, Items[item].Gap) is not { } next)
                return null;
            at = next;
        }
        return at;
    }
}
