namespace RbcBot.Core.Forms;

/// <summary>How much a finding matters: a refusal keeps the form from being published.</summary>
public enum Severity { Refusal, Warning }

/// <summary>What the lint says to an author about one cell.</summary>
/// <param name="Code">Stable word for tests and tables, such as name-duplicate.</param>
/// <param name="Sheet">The sheet's name as in the file; "" when the finding is about the whole file.</param>
/// <param name="Row">Spreadsheet row, the header being 1; null when it is about the whole sheet.</param>
/// <param name="Column">The column's header as in the file; null when it is about the whole row.</param>
/// <param name="Position">1-based character in the cell's expression; null when it is not about an expression.</param>
/// <param name="Message">What is wrong and what would be right, in English; authors' sheets are in English words anyway.</param>
public sealed record Finding(
    Severity Severity,
    string Code,
    string Sheet,
    int? Row,
    string? Column,
    int? Position,
    string Message)
{
    /// <summary>What the cell could say instead; null when that is for the author to think out.</summary>
    public string? Proposal { get; init; }
}
