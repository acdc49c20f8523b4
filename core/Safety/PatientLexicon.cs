using System.Collections.Frozen;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Safety;

/// <summary>Words by which a text may name a patient.</summary>
sealed class PatientLexicon
{
    static readonly Lazy<PatientLexicon> AsShipped = new(Load);

    readonly FrozenDictionary<string, FrozenSet<string>> words;

    PatientLexicon(string lines) => words = lines.Split('\n').Select(line => line.Split('#')[0]).Where(line => line.Contains('=', StringComparison.Ordinal))
        .ToFrozenDictionary(line => line.Split('=')[0].Trim(), line => line.Split('=')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal));

    public static PatientLexicon Shipped => AsShipped.Value;

    public bool Is(string kind, string word) => words[kind].Contains(Folding.Bare(word));

    /// <summary>Whether a date in the text is somebody's.</summary>
    public bool SpeaksOfBirth(string text) =>
        PatientNames.Words(text).Any(word => Is("born", text[word.Start..word.End]) || Is("patient", text[word.Start..word.End]));

    static PatientLexicon Load()
    {
        using var stream = typeof(PatientLexicon).Assembly.GetManifestResourceStream("Safety/patient.txt")
            ?? throw new InvalidOperationException("The words for patients are not in the assembly.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    }
}
