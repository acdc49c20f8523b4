namespace RbcBot.Core.Safety;

/// <summary>Reads a text for danger twice: by the lexicon, which experts can read and change, and by what was learned from labelled phrases, which finds what no line foresaw.</summary>
public sealed class CrisisReader(CrisisLexicon lexicon, CrisisClassifier learned)
{
    /// <summary>Below how likely a danger what the lexicon found is a lesson: "the patient says she wants to die" as a rule, not as news. Answers to open questions are lessons more often.</summary>
    const double Doubt = 0.3, DoubtOfAnswer = 0.5;

    static readonly Lazy<CrisisReader> AsShipped = new(() => new(CrisisLexicon.Shipped, CrisisClassifier.Shipped));

    /// <summary>The one of this programme.</summary>
    public static CrisisReader Shipped => AsShipped.Value;

    /// <summary>Numbers of both, as facts keep them.</summary>
    public string Version { get; } = $"{lexicon.Version}+{learned.Version}";

    /// <summary>Either is enough, the graver counts; what the lexicon found is left when the other is nearly sure that it is none.</summary>
    /// <param name="isAnswer">Whether an open question asked for the text.</param>
    public CrisisReading Read(string text, bool isAnswer)
    {
        var found = lexicon.Read(text).Level;
        var chance = learned.Read(text, isAnswer);
        var level = found != SafetyLevel.None && chance.Danger < (isAnswer ? DoubtOfAnswer : Doubt) ? SafetyLevel.None : found;
        return new(chance.IsSure && chance.Level > level ? chance.Level : level, Version);
    }
}
