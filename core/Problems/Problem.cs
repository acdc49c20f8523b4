namespace RbcBot.Core.Problems;

/// <summary>Something that a user may not do, or that was wrong with what a user gave.</summary>
/// <param name="Number">Stable number, such as 404.1; the whole part is the HTTP status.</param>
/// <param name="Key">Text key of the sentence that says what to do.</param>
/// <param name="Details">Values for the sentence's slots.</param>
public sealed record Problem(string Number, string Key, IReadOnlyList<(string Name, object? Value)> Details);
