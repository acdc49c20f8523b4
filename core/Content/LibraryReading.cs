using RbcBot.Core.Forms;

namespace RbcBot.Core.Content;

/// <summary>Reads what the content folder holds besides forms.</summary>
public static class LibraryReading
{
    const string HelplineFile = "helplines.xlsx";

    /// <summary>Modules and helplines of the files; what lies in a folder forms is passed over.</summary>
    /// <param name="files">Paths inside the content folder, such as modules/epilepsy.xlsx, with their bytes.</param>
    public static Library Of(IEnumerable<(string FileName, byte[] Bytes)> files)
    {
        var modules = new List<Module>();
        var helplines = new List<Helpline>();
        var findings = new List<Finding>();
        foreach (var (name, bytes) in files.Select(file => (file.FileName.Replace('\\', '/'), file.Bytes)).OrderBy(file => file.Item1, StringComparer.Ordinal))
            if (IsHelplines(name))
                Take(HelplineReading.Of(bytes), name, helplines, findings);
            else if (IsModule(name))
                Take(ModuleReading.Of(bytes, name), name, modules, findings);
        return new(modules, helplines, findings);
    }

    static bool IsHelplines(string name) => name.Split('/')[^1].Equals(HelplineFile, StringComparison.OrdinalIgnoreCase);

    static bool IsModule(string name) =>
        name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && !name.Split('/')[^1].StartsWith('~')
        && !name.Split('/').SkipLast(1).Contains("forms", StringComparer.OrdinalIgnoreCase);

    static void Take(HelplineReading reading, string name, List<Helpline> helplines, List<Finding> findings)
    {
        helplines.AddRange(reading.Helplines);
        findings.AddRange(reading.Findings.Select(finding => In(name, finding)));
    }

    static void Take(ModuleReading reading, string name, List<Module> modules, List<Finding> findings)
    {
        findings.AddRange(reading.Findings.Select(finding => In(name, finding)));
        if (reading.Module is { } module)
            modules.Add(module);
    }

    /// <summary>A library has many files, so the sheet is told with its file.</summary>
    static Finding In(string file, Finding finding) => finding with { Sheet = $"{file}: {finding.Sheet}" };
}
