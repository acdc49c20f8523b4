using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms;

/// <summary>The outcome of reading an author's file.</summary>
/// <param name="Form">The compiled form; null when a finding is a refusal.</param>
/// <param name="Findings">What the lint says, refusals first, then by sheet and row.</param>
public sealed record FormReading(Form? Form, IReadOnlyList<Finding> Findings)
{
    /// <summary>Names of the files that the form wants and that did not come with it, each once.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Reads an XLSForm: .xlsx, .csv, .md, or a .zip of one and its files. Never throws on an author's file: a broken one gives a refusal.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="fileName">Its name, for the id of a form without settings.</param>
    public static FormReading Of(byte[] file, string fileName) => FormCompiler.Compile(file, fileName);
}
