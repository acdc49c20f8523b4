namespace RbcBot.Core.Forms;

/// <summary>One row of a form as it stands in a run, with the author's expressions that made it so.</summary>
/// <param name="Path">Where its value lives, instances of repeats told apart.</param>
/// <param name="Row">Spreadsheet row of the survey sheet.</param>
/// <param name="Type">Null for a group or repeat.</param>
/// <param name="Value">As expressions see it; "" when blank or not relevant.</param>
/// <param name="Counts">Whether it and all groups around it are relevant.</param>
/// <param name="IsAnswered">Whether an answer or a skip stands; false for what is never asked.</param>
/// <param name="Reasons">Its own expressions, then those of the groups around it that are not true, the nearest first.</param>
public sealed record RowState(
    string Path, string Name, int Row, QuestionType? Type, string Value, bool Counts, bool IsAnswered, IReadOnlyList<Reason> Reasons);

/// <summary>An expression of the author's with what it comes to now.</summary>
/// <param name="Column">The column's word in the standard, such as relevant or choice_filter.</param>
/// <param name="Source">As the author wrote it.</param>
/// <param name="Row">Spreadsheet row that it stands in: the row's own, or that of a group around it.</param>
/// <param name="Owner">Name of the row that it stands in.</param>
/// <param name="Holds">Whether it is true now; null where it is not about true or false, or cannot be worked out.</param>
/// <param name="Values">Every ${name} in it with its present value, in the order of the text.</param>
public sealed record Reason(string Column, string Source, int Row, string Owner, bool? Holds, IReadOnlyList<NamedValue> Values);

/// <summary>A row's name with its value as expressions see it; "" when blank or not relevant.</summary>
public sealed record NamedValue(string Name, string Value);
