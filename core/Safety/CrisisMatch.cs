namespace RbcBot.Core.Safety;

/// <summary>A pattern that was found, and how it is meant.</summary>
sealed record CrisisMatch(CrisisPattern Pattern, int Start, int End)
{
    /// <summary>Words before a pattern in which a "not" still belongs to it.</summary>
    const int NotReach = 3;

    /// <summary>Words between "said" and what was said.</summary>
    const int SayReach = 5;

    /// <summary>The level of the whole: nothing when it is denied or spoken of at large, softer when somebody else's words are told.</summary>
    public SafetyLevel Level(CrisisText text)
    {
        var level = Pattern.Level ?? SafetyLevel.None;
        if (!Pattern.TakesNegation && IsDenied(text))
            return SafetyLevel.None;
        if (Pattern.IsOfOthers)
            return text.IsGenericAt(Start) && !text.IsNowAt(Start) ? SafetyLevel.None : level;
        if (text.IsExampleAt(Start))
            return SafetyLevel.None;
        return !IsTold(text) ? level
            : text.IsGenericAt(Start) ? SafetyLevel.None
            : SafetyLevel.Professional;
    }

    bool IsDenied(CrisisText text)
    {
        for (var at = Start; at <= End; at++)
            if (text.Words[at].Is(text.Marks.Not))
                return true;
        if (Pattern.HasSubject)
            return false;
        for (var at = Start; at > 0 && Start - at < NotReach && !text.Words[at].BeginsSentence && !text.Words[at].FollowsComma; at--)
            if (text.Words[at - 1].Is(text.Marks.Not) || (at == Start && !Pattern.IsOfOthers && text.Words[at - 1].Is(text.Marks.Other)))
                return true;
        return false;
    }

    // "My patient said that …", "a person writes: …"; not "I said …".
    bool IsTold(CrisisText text)
    {
        for (var at = Start; at > 0 && Start - at <= SayReach && !text.Words[at].BeginsSentence; at--)
        {
            var before = text.Words[at - 1];
            if (before.Is(text.Marks.Say))
                return text.HasSpeakerAt(at - 1) || !(at > 1 && text.Words[at - 2].Is(text.Marks.Subject));
            if (!before.Is(text.Marks.Filler))
                return false;
        }
        return false;
    }
}
