using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>The sessions of an export, or the instances of one repeat in them.</summary>
/// <param name="Path">The repeat's path; "" for the sessions.</param>
/// <param name="Parent">The table that its rows belong to; null for the sessions.</param>
sealed record ExportTable(string Path, ExportTable? Parent, IReadOnlyList<ExportColumn> Columns)
{
    /// <summary>The repeat's heading, such as household/child; "" for the sessions.</summary>
    public string Name => Path.Length == 0 ? "" : Heading.Of(Path);

    /// <summary>The tables of sessions pinned to these forms, outer ones first.</summary>
    /// <param name="forms">The newest first.</param>
    public static IReadOnlyList<ExportTable> Of(IReadOnlyList<Form> forms)
    {
        List<IReadOnlyList<string>> repeats = [.. forms.SelectMany(form => form.Questions).Where(ExportColumn.IsKept).SelectMany(Chains).DistinctBy(chain => chain[^1])];
        var main = new ExportTable("", null, ExportColumn.OfSessions(forms, hasRepeats: repeats.Count > 0));
        List<ExportTable> tables = [main];
        foreach (var chain in repeats)
            tables.Add(new(chain[^1], chain.Count == 1 ? main : tables.First(table => table.Path == chain[^2]), ExportColumn.OfRepeat(forms, chain[^1])));
        return tables;
    }

    /// <summary>The repeats around a question, each with those around it.</summary>
    static IEnumerable<IReadOnlyList<string>> Chains(Question question) =>
        question.Repeats.Select((_, depth) => (IReadOnlyList<string>)[.. question.Repeats.Take(depth + 1)]);
}
