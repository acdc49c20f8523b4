namespace RbcBot.Core.Forms;

/// <summary>One answer of a run: the whole state of a run is the ordered list of these.</summary>
/// <param name="Path">The question's path.</param>
/// <param name="Value">Canonical XForms string (a number with a point, yyyy-MM-dd, choice names by spaces); "" when skipped or when a note was seen.</param>
public sealed record GivenAnswer(string Path, string Value);
