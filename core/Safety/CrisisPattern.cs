namespace RbcBot.Core.Safety;

/// <summary>Words that say something of danger: in an order, or all of them in one sentence near each other.</summary>
/// <param name="Level">What they say; null for a harmless turn of phrase, which takes what it overlaps out.</param>
/// <param name="IsOfOthers">Whether they speak of somebody else, so that "if", "should" and the like make them a lesson.</param>
/// <param name="TakesNegation">Whether a "not" near it changes nothing, because it is part of what is said.</param>
/// <param name="HasSubject">Whether it begins with who speaks, so that a "not" before it belongs to something else.</param>
/// <param name="IsAnyOrder">Whether the others may stand before the first too.</param>
/// <param name="Without">Places that nothing near it in the sentence fills.</param>
sealed record CrisisPattern(SafetyLevel? Level, bool IsOfOthers, bool TakesNegation, bool HasSubject, bool IsAnyOrder, IReadOnlyList<LexiconItem> Items, IReadOnlyList<int> Without)
{
    /// <summary>How far from the first the others may stand, in words, when their order does not matter.</summary>
    const int Near = 12;

    /// <summary>From which word to which it stands when its first place is filled at a word; null when it does not.</summary>
    public (int Start, int End)? Found(CrisisText text, int at) =>
        (IsAnyOrder ? Gathered(text, at) : End(text, at) is { } end ? (at, end) : null) is { } found && !Without.Any(item => text.HasInSentence(item, at)) ? found : null;

    int? End(CrisisText text, int start)
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

    (int Start, int End)? Gathered(CrisisText text, int at)
    {
        var (start, end) = (at, at);
        for (var item = 1; item < Items.Count; item++)
        {
            if ((text.Next(Items[item].Id, at + 1, Near) ?? text.Before(Items[item].Id, at, Near)) is not { } other)
                return null;
            (start, end) = (Math.Min(start, other), Math.Max(end, other));
        }
        return (start, end);
    }
}
