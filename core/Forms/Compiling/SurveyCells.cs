namespace RbcBot.Core.Forms.Compiling;

/// <summary>The survey sheet as its author wrote it, in the standard's words: what one version is held against another by.</summary>
static class SurveyCells
{
    /// <returns>The filled cells by spreadsheet row and column, such as relevant or hint::fr.</returns>
    internal static IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> Of(FormSheet survey, FormLanguages languages) =>
        survey.Table.Rows.DistinctBy(row => row.Number).ToDictionary(
            row => row.Number,
            row => (IReadOnlyDictionary<string, string>)survey.Columns.Where(column => row[column.Key].Length > 0)
                .DistinctBy(column => Key(column, languages)).ToDictionary(column => Key(column, languages), column => FormSheet.Clean(row[column.Key])));

    static string Key(FormColumn column, FormLanguages languages) =>
        column.Language.Length == 0 ? column.Name : $"{column.Name}::{languages.Code(column.Language)}";
}
