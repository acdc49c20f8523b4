namespace RbcBot.Core.Reports;

/// <summary>Plain horizontal bars: counts or shares, one a row, an interval where there is one.</summary>
/// <param name="Alt">What the picture says, for who cannot see it.</param>
/// <param name="Note">How many people were used and left out, and why.</param>
/// <param name="Highest">Where the axis ends; it begins at zero.</param>
public sealed record Bars(string Title, string Alt, string Note, double Highest, IReadOnlyList<BarRow> Rows);

/// <summary>One bar.</summary>
/// <param name="Value">Its length; null when the row is suppressed.</param>
/// <param name="Low">Lower end of the 95 % interval; null when there is none.</param>
/// <param name="High">Upper end; null when there is none.</param>
/// <param name="Text">What stands at its end, such as "7 of 12 (58 %)".</param>
public sealed record BarRow(string Label, double? Value, double? Low, double? High, string Text);
