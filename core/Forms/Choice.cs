namespace RbcBot.Core.Forms;

/// <summary>One row of the choices sheet.</summary>
/// <param name="Name">The value that is stored.</param>
/// <param name="Labels">What a person reads, by language code ("" when the sheet has no languages).</param>
/// <param name="Columns">All other columns of the row, for choice_filter and the like.</param>
public sealed record Choice(
    string Name,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>Pictures, sounds and films that show the choice.</summary>
    public IReadOnlyList<FormMedia> Media { get; init; } = [];

    /// <summary>Spreadsheet row on the choices sheet; 0 when it does not stand there.</summary>
    public int Row { get; init; }

    /// <summary>The label for a narrow button (chat::short), by language code; empty when there is none.</summary>
    public IReadOnlyDictionary<string, string> Shorts { get; init; } = new Dictionary<string, string>();

    /// <summary>The short label in the language, else the label.</summary>
    public string Short(string language) => Shorts.TryGetValue(language, out var own) ? own : Label(language);

    /// <summary>The label in the language, else in the first language there is, else the name.</summary>
    public string Label(string language) =>
        Labels.TryGetValue(language, out var label) ? label : Labels.Values.FirstOrDefault(Name);
}
