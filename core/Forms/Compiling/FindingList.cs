namespace RbcBot.Core.Forms.Compiling;

/// <summary>What is found while a form is compiled.</summary>
sealed class FindingList
{
    /// <summary>More than an author reads at once.</summary>
    const int Most = 500;

    readonly List<Finding> found = [];

    internal bool Refused => found.Exists(finding => finding.Severity == Severity.Refusal);

    /// <summary>Refusals first, then by sheet and row.</summary>
    internal IReadOnlyList<Finding> Sorted =>
        [.. found.OrderBy(finding => finding.Severity).ThenBy(finding => SheetOrder(finding.Sheet)).ThenBy(finding => finding.Row ?? 0).Take(Most)];

    internal void Refuse(string code, Place place, string message, int? position = null, string? proposal = null) => Add(Severity.Refusal, code, place, position, message, proposal);

    internal void Warn(string code, Place place, string message, int? position = null, string? proposal = null) => Add(Severity.Warning, code, place, position, message, proposal);

    internal void AddRange(IEnumerable<Finding> findings) => found.AddRange(findings);

    void Add(Severity severity, string code, Place place, int? position, string message, string? proposal) =>
        found.Add(new(severity, code, place.Sheet, place.Row, place.Column, position, message) { Proposal = proposal });

    static int SheetOrder(string sheet) => Array.IndexOf(["", "survey", "choices", "settings"], sheet.Trim().ToLowerInvariant()) is >= 0 and var order ? order : int.MaxValue;
}

/// <summary>A place in the author's file.</summary>
/// <param name="Sheet">As in the file; "" for the whole file.</param>
/// <param name="Row">Null for the whole sheet.</param>
/// <param name="Column">The header as in the file; null for the whole row.</param>
readonly record struct Place(string Sheet, int? Row, string? Column);
