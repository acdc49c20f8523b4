using System.Globalization;
using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The choices sheet by list.</summary>
sealed class ChoiceLists(FormSheet sheet, FormLanguages languages, FindingList findings)
{
    /// <summary>What or_other adds to a list, as every tool of the standard does.</summary>
    internal const string Other = "other";

    readonly Dictionary<string, List<(Choice Choice, int Row)>> lists = [];

    internal FormSheet Sheet => sheet;

    /// <summary>The names of all lists, in the sheet's order.</summary>
    internal IEnumerable<string> Names => lists.Keys;

    /// <summary>The choices of a list with their rows; null when there is no such list.</summary>
    internal IReadOnlyList<(Choice Choice, int Row)>? Find(string list) => lists.GetValueOrDefault(list);

    /// <summary>All lists as what instance('list') sees: root with an item a choice.</summary>
    internal IReadOnlyDictionary<string, Node> Instances => lists.ToDictionary(list => list.Key, list =>
    {
        var root = new Node("root");
        foreach (var (index, choice) in list.Value.Index())
        {
            root.Add(ChoiceRow.Of(choice.Choice, languages.Codes.Count > 1 ? Itext(list.Key, index) : ""));
        }
        return root;
    });

    /// <summary>The labels of all choices by the id that jr:itext() asks for.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Itexts => lists
        .SelectMany(list => list.Value.Select((choice, index) => (Id: Itext(list.Key, index), choice.Choice.Labels)))
        .ToDictionary(text => text.Id, text => text.Labels);

    /// <summary>Adds the choice other to a list that has none.</summary>
    internal void AddOther(string list)
    {
        if (lists.TryGetValue(list, out var choices) && !choices.Exists(choice => choice.Choice.Name == Other))
        {
            choices.Add((new(Other, OtherWords.Choice(languages.Codes), new Dictionary<string, string>()), 0));
        }
    }

    /// <summary>" Did you mean …?" when a list of almost that name is there; else "".</summary>
    internal string Proposal(string list) => Nearest.To(list, lists.Keys) is { } near ? $" Did you mean {near}?" : "";

    static string Itext(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}-{index}");

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
        choices.Add((new(name, languages.ByCode(sheet.Translations(row, "label")), OtherColumns(row))
        {
            Row = row.Number,
            Shorts = languages.ByCode(sheet.Translations(row, FormColumn.Short)),
        }, row.Number));
    }

    /// <summary>Gives the choices the files that show them.</summary>
    internal void ReadMedia(Draft draft)
    {
        foreach (var choices in lists.Values)
        {
            for (var index = 0; index < choices.Count; index++)
            {
                var (choice, number) = choices[index];
                if (sheet.Table.Rows.FirstOrDefault(row => row.Number == number) is { } row && RowTexts.Media(draft, sheet, row) is { Count: > 0 } media)
                {
                    choices[index] = (choice with { Media = media }, number);
                }
            }
        }
    }

    string Name(TableRow row) => sheet[row, "name"];

    Dictionary<string, string> OtherColumns(TableRow row) => sheet.Columns
        .Where(column => column.Name is not ("list_name" or "name" or "label" or FormColumn.Short) && row[column.Key].Length > 0)
        .ToDictionary(column => column.Text, column => FormSheet.Clean(row[column.Key]));
}
