namespace RbcBot.Core.Forms.Compiling;

/// <summary>What or_other adds to a form, in the form's languages: English where we have no words.</summary>
static class OtherWords
{
    /// <summary>The label of the choice other.</summary>
    internal static IReadOnlyDictionary<string, string> Choice(IReadOnlyList<string> codes) =>
        codes.ToDictionary(code => code, code => code switch { "fr" => "Autre", "rw" => "Ikindi", _ => "Other" });

    /// <summary>The question after it.</summary>
    internal static IReadOnlyDictionary<string, string> Question(IReadOnlyList<string> codes) =>
        codes.ToDictionary(code => code, code => code switch { "fr" => "Précisez.", "rw" => "Sobanura.", _ => "Specify other." });
}
