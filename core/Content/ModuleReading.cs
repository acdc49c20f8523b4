using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Content;

/// <summary>The outcome of reading an author's module workbook.</summary>
/// <param name="Module">The lessons; null when a finding is a refusal.</param>
/// <param name="Findings">What the lint says, refusals first, then in reading order.</param>
public sealed record ModuleReading(Module? Module, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads an .xlsx with the sheets module, lessons, cards, quiz, options and claims. Never throws on an author's file.</summary>
    /// <param name="fileName">Its name, for the id of a module that names none.</param>
    public static ModuleReading Of(byte[] file, string fileName)
    {
        var reading = Workbook.Read(file);
        if (reading.Workbook is null)
            return new(null, reading.Findings);
        var findings = reading.Findings.ToList();
        var module = new ModuleSheets(reading.Workbook, findings).Module(Path.GetFileNameWithoutExtension(fileName));
        return new(findings.Exists(finding => finding.Severity == Severity.Refusal) ? null : module, [.. findings.OrderBy(finding => finding.Severity)]);
    }
}
