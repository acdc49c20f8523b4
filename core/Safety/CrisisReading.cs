namespace RbcBot.Core.Safety;

/// <summary>What the lexicon found in a text.</summary>
/// <param name="Lexicon">Version of the lexicon that read it.</param>
public readonly record struct CrisisReading(SafetyLevel Level, string Lexicon)
{
    /// <summary>Nothing was read: the text is no free text.</summary>
    public static readonly CrisisReading Nothing = new(SafetyLevel.None, "");
}
