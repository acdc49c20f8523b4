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
        var said = ContentLint.Of(file);
        var isRefused = said.Any(finding => finding.Severity == Severity.Refusal);
        return new(isRefused ? null : reading.Form, [.. reading.Findings.Concat(said).OrderBy(finding => finding.Severity)]);
    }
}
