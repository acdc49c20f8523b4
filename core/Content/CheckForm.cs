using RbcBot.Core.Forms;

namespace RbcBot.Core.Content;

/// <summary>Whether a form may go out to people: it runs, and it says nothing that must not be said.</summary>
public static class CheckForm
{
    /// <summary>The form's reading with the programme's own findings added; a sentence that must not be said refuses it.</summary>
    /// <param name="fileName">Its name, for the id of a form without settings.</param>
    public static FormReading Of(byte[] file, string fileName)
    {
        var reading = FormReading.Of(file, fileName);
        Finding[] findings = [.. reading.Findings.Select(Strict), .. ContentLint.Of(file)];
        var isRefused = findings.Any(finding => finding.Severity == Severity.Refusal);
        return reading with { Form = isRefused ? null : reading.Form, Findings = [.. findings.OrderBy(finding => finding.Severity)] };
    }

    /// <summary>A form may be written before its lists and pictures are there, but not go out without them.</summary>
    static Finding Strict(Finding finding) => finding.Code == "attachment-missing" ? finding with { Severity = Severity.Refusal } : finding;
}
