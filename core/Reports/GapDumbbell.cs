namespace RbcBot.Core.Reports;

/// <summary>How able people feel against how important a task is: one dumbbell a task, the widest gap first.</summary>
/// <param name="Alt">What the picture says, for who cannot see it.</param>
/// <param name="Note">How many people were used and left out, and why.</param>
/// <param name="Lowest">Lowest point of the scale, such as 1.</param>
/// <param name="Highest">Highest point of the scale, such as 5.</param>
/// <param name="AbilityName">Legend of the left dot.</param>
/// <param name="ImportanceName">Legend of the right dot.</param>
public sealed record GapDumbbell(
    string Title,
    string Alt,
    string Note,
    double Lowest,
    double Highest,
    string AbilityName,
    string ImportanceName,
    IReadOnlyList<GapRow> Rows);

/// <summary>One task.</summary>
/// <param name="N">People who gave both ratings.</param>
/// <param name="GapText">The mean gap with its interval, as the reader's language writes it.</param>
public sealed record GapRow(string Label, double Ability, double Importance, int N, string GapText);
