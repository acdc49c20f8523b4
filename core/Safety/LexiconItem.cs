namespace RbcBot.Core.Safety;

/// <summary>One place of a pattern: which words fill it, and how far it may stand from the one before.</summary>
/// <param name="Id">The same for places that take the same words.</param>
/// <param name="Gap">Most words between it and the one before it.</param>
readonly record struct LexiconItem(int Id, int Gap);
