using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The settings sheet: its first row of values.</summary>
sealed class FormSettings
{
    readonly FormSheet sheet;
    readonly TableRow row;
    readonly Dictionary<string, string> byColumn;

    FormSettings(FormSheet sheet, TableRow row)
    {
        (this.sheet, this.row) = (sheet, row);
        byColumn = sheet.Columns.Where(column => row[column.Key].Length > 0)
            .DistinctBy(Key).ToDictionary(Key, column => FormSheet.Clean(row[column.Key]));
    }

    internal string this[string name] => byColumn.GetValueOrDefault(name, "");

    internal FormSheet Sheet => sheet;

    internal static FormSettings Of(FormSheet sheet) =>
        new(sheet, sheet.Table.Rows is [var first, ..] ? first : new(sheet.Table.HeaderRow + 1, new Dictionary<string, string>()));

    internal Place At(string name) => sheet.At(row, name);

    /// <summary>The expression of instance_name must be readable, though other tools than ours show it.</summary>
    internal void Check(Draft draft)
    {
        if (this["instance_name"] is { Length: > 0 } name)
        {
            draft.Parse(name, At("instance_name"));
        }
    }

    internal Form Form(string fileName, Draft draft, IReadOnlyList<Bind> binds, string version)
    {
        var id = this["form_id"] is { Length: > 0 } own ? own : Path.GetFileNameWithoutExtension(fileName);
        var languages = draft.Languages;
        var titles = languages.ByCode(sheet.Translations(row, "form_title"));
        return new()
        {
            Id = id,
            Titles = titles.Count > 0 ? titles : new() { [languages.Default] = id },
            Version = version,
            LanguageCodes = languages.Codes,
            Questions = [.. binds.Select(bind => bind.Question).OfType<Question>()],
            Settings = byColumn,
            Cells = SurveyCells.Of(draft.Survey, languages),
            Plan = new(binds, languages, draft.Lists),
        };
    }

    static string Key(FormColumn column) => column.Language.Length == 0 ? column.Name.Replace(' ', '_') : column.Key;
}
