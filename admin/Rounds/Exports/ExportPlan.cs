using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>What every file of an export is made of.</summary>
sealed class ExportPlan(Round round, IReadOnlyList<Form> forms, string language)
{
    public Round Round { get; } = round;

    /// <summary>The forms that the round's sessions are pinned to, the newest first.</summary>
    public IReadOnlyList<Form> Forms { get; } = forms;

    /// <summary>Language of what is written in words.</summary>
    public string Language { get; } = language;

    /// <summary>The sessions, then one a repeat.</summary>
    public IReadOnlyList<ExportTable> Tables { get; } = ExportTable.Of(forms);

    /// <summary>When the first of its sessions began, or the round was opened.</summary>
    public DateTimeOffset Since { get; init; } = round.OpenedAt;

    public bool HasRepeats => Tables.Count > 1;
}
