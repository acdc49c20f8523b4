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

    /// <summary>The label in the language, else in the first language there is, else the name.</summary>
    public string Label(string language) =>
        Labels.TryGetValue(language, out var label) ? label : Labels.Values.FirstOrDefault(Name);
}
