using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Commands;

/// <summary>Reads all content and prints what the lint says, the Kinyarwanda that waits for a native reader included: exit code 1 when something is refused.</summary>
static class ContentCheck
{
    public static int Run(string path)
    {
        List<Finding> findings =
        [
            .. ContentFolder.Forms(path).SelectMany(form => CheckForm.Of(form.Bytes, form.Name).Findings.Select(finding => In(form.Name, finding))),
            .. ContentFolder.Read(path).Findings,
            .. Text.Keys(Language.Rw).Where(key => Text.IsToValidate(Language.Rw, key)).Select(Waiting),
        ];
        foreach (var finding in findings.OrderBy(finding => finding.Severity))
            Console.WriteLine(FormCheck.Line(finding));
        var refusals = findings.Count(finding => finding.Severity == Severity.Refusal);
        Console.WriteLine($"{refusals} refused, {findings.Count - refusals} warnings.");
        return refusals == 0 ? 0 : 1;
    }

    static Finding In(string file, Finding finding) => finding with { Sheet = $"{file} {finding.Sheet}".Trim() };

    static Finding Waiting(string key) =>
        new(Severity.Warning, "to-validate", "core/Texts/rw.json", null, key, null, $"A native reader has not confirmed: {Text.Of(Language.Rw, key)}");
}
