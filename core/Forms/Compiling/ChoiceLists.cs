using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The choices sheet by list.</summary>
sealed class ChoiceLists(FormSheet sheet, FormLanguages languages, FindingList findings)
{
    static readonly string[] Media = ["image", "audio", "video", "big_image"];

    readonly Dictionary<string, List<(Choice Choice, int Row)>> lists = [];

    internal FormSheet Sheet => sheet;

    /// <summary>The choices of a list with their rows; null when there is no such list.</summary>
    internal IReadOnlyList<(Choice Choice, int Row)>? Find(string list) => lists.GetValueOrDefault(list);

    /// <summary>All lists as what instance('list') sees: root with an item a choice.</summary>
    internal IReadOnlyDictionary<string, Node> Instances => lists.ToDictionary(list => list.Key, list =>
    {
        var root = new Node("root");
        list.Value.ForEach(choice => root.Add(FormPlan.ChoiceRow(choice.Choice)));
        return root;
    });

    /// <summary>Tells the draft of every ${name} in a label.</summary>
    internal void Mention(Draft draft)
    {
        foreach (var row in sheet.Table.Rows)
        {
            foreach (var (_, text) in sheet.Translations(row, "label").Where(label => label.Text.Contains("${", StringComparison.Ordinal)))
            {
                draft.Mention(Template.Of(text), sheet.At(row, "label"));
            }
        }
    }

    internal void Read(bool duplicatesAllowed)
    {
        foreach (var row in sheet.Table.Rows)
        {
            var (list, name) = (sheet[row, "list_name"], Name(row));
            if (list.Length == 0)
            {
                findings.Warn("choice-without-list", sheet.At(row, "list_name"), "The row names no list and is passed over.");
            }
            else if (name.Length == 0)
            {
                findings.Refuse("choice-name-missing", sheet.At(row, "name"), $"A choice of the list {list} has no name. Write the value to be stored into the column name.");
            }
            else
            {
                Add(row, list, name, duplicatesAllowed);
            }
        }
    }

    void Add(TableRow row, string list, string name, bool duplicatesAllowed)
    {
        var choices = lists.TryGetValue(list, out var known) ? known : lists[list] = [];
        if (!duplicatesAllowed && choices.Find(choice => choice.Choice.Name == name) is { Choice: not null } first)
        {
            findings.Refuse("choice-duplicate", sheet.At(row, "name"),
                $"The list {list} has the choice {name} already in row {first.Row}. Give it another name, or set allow_choice_duplicates to yes in the settings sheet.");
        }
        foreach (var media in Media.Where(media => sheet.Translations(row, media).Any()))
        {
            findings.Refuse("not-yet", sheet.At(row, media), $"{media} on a choice is not supported yet.");
        }
        choices.Add((new(name, languages.ByCode(sheet.Translations(row, "label")), OtherColumns(row)), row.Number));
    }

    /// <summary>Some tools call the column value.</summary>
    string Name(TableRow row) => sheet[row, "name"] is { Length: > 0 } name ? name : FormSheet.Clean(row["value"]);

    Dictionary<string, string> OtherColumns(TableRow row) => sheet.Columns
        .Where(column => column.Name is not ("list_name" or "name" or "label") && row[column.Key].Length > 0)
        .ToDictionary(column => column.Text, column => FormSheet.Clean(row[column.Key]));
}
