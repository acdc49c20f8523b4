using RbcBot.Core.Forms.Expressions;
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

    /// <summary>The name of the form's root element.</summary>
    internal string Root => this["name"] is { Length: > 0 } name && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.') ? name : "data";

    /// <summary>What a submission is called; null when the sheet says nothing.</summary>
    internal Expression? InstanceName(Draft draft)
    {
        if (this["public_key"].Length > 0)
        {
            draft.Findings.Refuse("encryption", At("public_key"), "Answers encrypted for one key are not supported: the programme's own people must read them. Empty the cell.");
        }
        return this["instance_name"] is { Length: > 0 } name ? draft.Parse(name, At("instance_name")) : null;
    }

    internal Form Form(string fileName, Draft draft, IReadOnlyList<Bind> binds, string version, Expression? instanceName)
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
            Groups = [.. binds.Where(bind => bind.Question is null).Select(bind => new FormGroup(bind.Path, bind.Row, bind.IsRepeat,
                bind.Label.ByCode.ToDictionary(label => label.Key, label => label.Value.Source), bind.Appearance))],
            Attachments = draft.Files.Files,
            Settings = byColumn,
            Cells = SurveyCells.Of(draft.Survey, languages),
            Plan = new(binds, languages, draft.Lists, draft.Files, instanceName),
        };
    }

    static string Key(FormColumn column) => column.Language.Length == 0 ? column.Name.Replace(' ', '_') : column.Key;
}
