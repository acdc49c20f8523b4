using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>What the check of a form file says, beside its sheets as the author wrote them.</summary>
public sealed record Remarks(string FileName, IReadOnlyList<Finding> Findings, IReadOnlyList<SheetView> Sheets)
{
    internal static Remarks Of(FormFile file)
    {
        var findings = CheckForm.Of(file.Bytes, file.FileName).Findings;
        return new(file.FileName, findings, SheetView.Of(file.Bytes, file.FileName, findings));
    }
}

/// <summary>A round with the remarks about its file.</summary>
public sealed record RoundRemarks(Round Round, Remarks File);
