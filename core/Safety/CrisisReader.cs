namespace RbcBot.Core.Safety;

/// <summary>Reads a text for danger twice: by the lexicon, which experts can read and change, and by what was learned from labelled phrases, which finds what no line foresaw.</summary>
/// <param name="doubt">Below how likely a danger what the lexicon found is a lesson: "the patient says she wants to die" as a rule, not as news.</param>
public sealed class CrisisReader(CrisisLexicon lexicon, CrisisClassifier learned, double doubt = CrisisReader.Doubt)
{
    public const double Doubt = 0.3;

    static readonly Lazy<CrisisReader> AsShipped = new(() => new(CrisisLexicon.Shipped, CrisisClassifier.Shipped));

    /// <summary>The one of this programme.</summary>
    public static CrisisReader Shipped => AsShipped.Value;

    /// <summary>Numbers of both, as facts keep them.</summary>
    public string Version { get; } = $"{lexicon.Version}+{learned.Version}";

    /// <summary>Either is enough, the graver counts; what the lexicon found is left when the other is nearly sure that it is none.</summary>
    public CrisisReading Read(string text)
    {
        var found = lexicon.Read(text).Level;
        var chance = learned.Read(text);
        var level = found != SafetyLevel.None && chance.Danger < doubt ? SafetyLevel.None : found;
        return new(chance.IsSure && chance.Level > level ? chance.Level : level, Version);
    }
}
