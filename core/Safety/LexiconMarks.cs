namespace RbcBot.Core.Safety;

/// <summary>Ids of the places that tell how something is meant.</summary>
/// <param name="Not">What denies.</param>
/// <param name="Other">Who wants it, when it is not the one who writes.</param>
/// <param name="Say">That somebody said it.</param>
/// <param name="Filler">What may stand between that and what was said.</param>
/// <param name="Generic">That cases at large are spoken of.</param>
/// <param name="Example">That an example follows.</param>
/// <param name="Speaker">Who may have said it, other than the one who writes.</param>
/// <param name="Subject">The one who writes.</param>
/// <param name="Now">That it is happening.</param>
sealed record LexiconMarks(int Not, int Other, int Say, int Filler, int Generic, int Example, int Speaker, int Subject, int Now);
