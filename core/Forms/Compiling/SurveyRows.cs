using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Walks the survey sheet from top to bottom and nests its rows into groups.</summary>
sealed partial class SurveyRows(Draft draft)
{
    readonly List<Bind> binds = [];
    readonly Stack<(Bind? Group, TableRow Row)> open = new();
    readonly HashSet<(Bind?, string)> taken = [], takenInAnyCase = [];

    Bind? Parent => open.Count == 0 ? null : open.Peek().Group;

    FormSheet Sheet => draft.Survey;

    internal IReadOnlyList<Bind> Read()
    {
        foreach (var row in Sheet.Table.Rows.Where(row => !IsDisabled(row)))
        {
            if (Sheet[row, "type"] is { Length: > 0 } type)
            {
                Take(row, type);
            }
            else
            {
                TakeUntyped(row);
            }
        }
        foreach (var (_, row) in open)
        {
            draft.Findings.Refuse("group-open", Sheet.At(row, "type"), "The group that begins here has no end_group row.");
        }
        return binds;
    }

    void Take(TableRow row, string cell)
    {
        var type = RowType.Of(cell);
        switch (type.Kind)
        {
            case RowKind.Question:
                Add(QuestionRow.Compile(draft, row, type, binds.Count, Parent, Name(row, type)), row);
                break;
            case RowKind.BeginGroup:
                Begin(row);
                break;
            case RowKind.EndGroup:
                End(row);
                break;
            case RowKind.NotYet:
                TakeNotYet(row, cell);
                break;
            case RowKind.Unknown:
                draft.Findings.Refuse("type-unknown", Sheet.At(row, "type"), $"There is no type {cell}. Write one, such as text, integer, select_one LIST or begin_group.");
                break;
        }
    }

    /// <summary>A row with neither type nor name nor label is the author's own remark.</summary>
    void TakeUntyped(TableRow row)
    {
        if (Sheet[row, "name"].Length > 0 || Sheet.Translations(row, "label").Any())
        {
            draft.Findings.Refuse("type-missing", Sheet.At(row, "type"), "The row has no type. Write one, such as text, integer or select_one LIST.");
        }
    }

    /// <summary>What cannot be run yet is still walked through, so that the findings below it are true.</summary>
    void TakeNotYet(TableRow row, string cell)
    {
        if (!RowType.Closes(cell))
        {
            draft.Findings.Refuse("not-yet", Sheet.At(row, "type"), $"The type {cell} is not supported yet.");
        }
        if (RowType.Opens(cell))
        {
            Begin(row);
        }
        else if (RowType.Closes(cell))
        {
            End(row);
        }
        else if (Sheet[row, "name"] is { Length: > 0 } name)
        {
            Add(new(binds.Count, Parent, name, row.Number), row);
        }
    }

    void Begin(TableRow row)
    {
        var name = Sheet[row, "name"] is { Length: > 0 } own ? own : $"generated_group_name_{row.Number}";
        var group = new Bind(binds.Count, Parent, name, row.Number)
        {
            Relevant = draft.Expression(row, "relevant"),
            Label = draft.Texts(row, "label"),
        };
        QuestionRow.RefuseNotYet(draft, row);
        Add(group, row);
        open.Push((group, row));
    }

    void End(TableRow row)
    {
        if (!open.TryPop(out _))
        {
            draft.Findings.Refuse("group-unopened", Sheet.At(row, "type"), "This end_group has no begin_group above it.");
        }
    }

    void Add(Bind bind, TableRow row)
    {
        var place = Sheet.At(row, "name");
        if (bind.Name.Length == 0)
        {
            draft.Findings.Refuse("name-missing", place, "The row has no name. Write a short one without spaces, such as years_worked.");
        }
        else if (!ValidName().IsMatch(bind.Name))
        {
            draft.Findings.Refuse("name-invalid", place,
                $"The name \"{bind.Name}\" cannot be used: it must begin with a letter or _ and hold only letters, digits, _, - and full stops.");
        }
        else if (!taken.Add((bind.Parent, bind.Name)))
        {
            draft.Findings.Refuse("name-duplicate", place, $"The name {bind.Name} stands twice in the same group. Every row needs its own name.");
        }
        else if (bind.Parent is null && bind.Name == "meta")
        {
            draft.Findings.Refuse("name-reserved", place, "The name meta is the standard's own. Choose another.");
        }
        else if (!takenInAnyCase.Add((bind.Parent, bind.Name.ToUpperInvariant())))
        {
            draft.Findings.Warn("name-similar", place, $"Another row of the group has the name {bind.Name} in other letters: some tools take them for one.");
        }
        binds.Add(bind);
    }

    /// <summary>A note may go without a name, as in other tools.</summary>
    string Name(TableRow row, RowType type) =>
        Sheet[row, "name"] is { Length: > 0 } own ? own : type.Type == QuestionType.Note ? $"generated_note_name_{row.Number}" : "";

    bool IsDisabled(TableRow row) => Sheet[row, "disabled"].ToLowerInvariant() is "yes" or "true" or "true()";

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_.-]*$")]
    private static partial Regex ValidName();
}
