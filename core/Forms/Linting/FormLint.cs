using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms.Linting;

/// <summary>Warnings about what runs but is seldom meant: an author's friend, with the cell and what would be right.</summary>
static class FormLint
{
    internal static void Check(Draft draft, FormSettings settings, IReadOnlyList<Bind> binds)
    {
        CheckColumns(draft.Survey, draft.Findings);
        CheckColumns(settings.Sheet, draft.Findings, isSettings: true);
        LanguageLint.Check(draft, settings);
        ExpressionLint.Check(draft, binds);
        ReachLint.Check(draft, binds);
        LengthLint.Check(draft, binds, Capabilities.All);
        ChoiceLint.Check(draft, binds);
    }

    static void CheckColumns(FormSheet sheet, FindingList findings, bool isSettings = false)
    {
        foreach (var column in sheet.Columns.Where(column => !column.IsChat && !FormColumn.Known.Contains(column.Name) && column.Name != FormColumn.Short))
        {
            if (isSettings && FormColumn.Settings.Contains(column.Name.Replace(' ', '_')))
            {
                continue;
            }
            var near = Nearest.To(column.Name, isSettings ? FormColumn.Settings : FormColumn.Known);
            findings.Warn("column-unknown", new(sheet.Name, sheet.Table.HeaderRow, column.Text),
                $"The column {column.Text} is not known and is passed over.{(near is null ? "" : $" Did you mean {near}?")}", proposal: near);
        }
    }
}
