namespace RbcBot.Core.Forms;

/// <summary>A group or repeat of the survey sheet.</summary>
/// <param name="Path">Such as /data/household/child.</param>
/// <param name="Row">Spreadsheet row of its beginning.</param>
/// <param name="IsRepeat">Whether its rows may be answered several times.</param>
/// <param name="Labels">As the author wrote it, references unfilled, by language code; empty when it has none.</param>
/// <param name="Appearance">The appearance cell, such as field-list; "" when empty.</param>
public sealed record FormGroup(string Path, int Row, bool IsRepeat, IReadOnlyDictionary<string, string> Labels, string Appearance);
