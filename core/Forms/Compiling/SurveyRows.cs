using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Walks the survey sheet from top to bottom and nests its rows into groups and repeats.</summary>
sealed class SurveyRows(Draft draft, string root)
{
    readonly List<Bind> binds = [];
    readonly Stack<OpenGroup> open = new();
    readonly RowNames names = new(draft);

    Bind? Parent => open.Count == 0 ? null : open.Peek().Group;

    FormSheet Sheet => draft.Survey;

    internal IReadOnlyList<Bind> Read()
    {
        TableRow[] rows = [.. Sheet.Table.Rows.Where(row => !IsDisabled(row))];
        foreach (var row in rows)
        {
            if (RowType.Of(Sheet[row, "type"]) is { OrOther: true } select)
            {
                draft.Lists.AddOther(select.List);
            }
        }
        Take(rows);
        foreach (var group in open)
        {
            draft.Findings.Refuse("group-open", Sheet.At(group.Row, "type"), $"The {group.Word} that begins here has no end_{group.Word} row.");
        }
        return binds;
    }

    void Take(IReadOnlyList<TableRow> rows)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var cell = Sheet[rows[at], "type"];
            if (cell.Length == 0)
            {
                TakeUntyped(rows[at]);
            }
            else if (RowType.Of(cell) is { Kind: RowKind.BeginLoop } loop)
            {
                at = TakeLoop(rows, at, loop);
            }
            else
            {
                Take(rows[at], RowType.Of(cell), cell);
            }
        }
    }

    void Take(TableRow row, RowType type, string cell)
    {
        switch (type.Kind)
        {
            case RowKind.Question:
                TakeQuestion(row, type);
                break;
            case RowKind.BeginGroup:
                Begin(row, GroupRow.Group(draft, row, New(row, Name(row, "generated_group_name_"))), "group");
                break;
            case RowKind.BeginRepeat:
                Begin(row, GroupRow.Repeat(draft, row, New(row, Name(row, "generated_repeat_name_"))), "repeat");
                break;
            case RowKind.EndGroup or RowKind.EndRepeat or RowKind.EndLoop:
                End(row, type.Kind == RowKind.EndRepeat ? "repeat" : type.Kind == RowKind.EndLoop ? "loop" : "group");
                break;
            case RowKind.External:
                draft.Files.Rows(Sheet[row, "name"] + (RowWords.Of(cell).StartsWith("csv", StringComparison.Ordinal) ? ".csv" : ".xml"), Sheet.At(row, "name"));
                break;
            case RowKind.Refused:
                draft.Findings.Refuse("type-refused", Sheet.At(row, "type"), $"The type {cell} is not supported: {RowWords.WhyRefused(RowWords.Of(cell))}.");
                TakeRefused(row);
                break;
            case RowKind.Unknown:
                draft.Findings.Refuse("type-unknown", Sheet.At(row, "type"), $"There is no type {cell}. Write one, such as text, integer, select_one LIST or begin_group.");
                break;
        }
    }

    void TakeQuestion(TableRow row, RowType type)
    {
        var name = type.Type == QuestionType.Note ? Name(row, "generated_note_name_") : Sheet[row, "name"];
        var bind = QuestionRow.Compile(draft, row, type, New(row, name));
        Add(bind, row);
        if (type.OrOther)
        {
            Add(GroupRow.Other(draft, row, bind, New(row, bind.Name + "_other")), row);
        }
    }

    /// <summary>What is refused keeps its name, so that the findings on what refers to it are true.</summary>
    void TakeRefused(TableRow row)
    {
        if (Sheet[row, "name"] is { Length: > 0 } name)
        {
            Add(New(row, name), row);
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

    /// <summary>A loop is one group a choice, with the choice's name and label in its rows.</summary>
    /// <returns>The place of the loop's end.</returns>
    int TakeLoop(IReadOnlyList<TableRow> rows, int at, RowType loop)
    {
        var end = LoopRows.End(rows, at, row => RowType.Of(Sheet[row, "type"]).Kind);
        Begin(rows[at], GroupRow.Group(draft, rows[at], New(rows[at], Name(rows[at], "generated_group_name_"))), "loop");
        if (draft.Lists.Find(loop.List) is not { } choices)
        {
            draft.Findings.Refuse("list-missing", Sheet.At(rows[at], "type"), $"The choices sheet has no list {loop.List}.{draft.Lists.Proposal(loop.List)}");
            choices = [];
        }
        var inside = rows.Skip(at + 1).Take(end - at - 1).ToArray();
        foreach (var (choice, _) in choices)
        {
            Begin(rows[at], New(rows[at], choice.Name) with { Label = LoopRows.Label(choice) }, "group");
            Take([.. inside.Select(row => LoopRows.Filled(Sheet, draft.Languages, row, choice))]);
            open.Pop();
        }
        if (end < rows.Count)
        {
            open.Pop();
        }
        return end;
    }

    void Begin(TableRow row, Bind group, string word)
    {
        Add(group, row);
        open.Push(new(group, row, word));
        if (GroupRow.Heading(draft, row, group, New(row, $"generated_table_list_label_{row.Number}")) is { } heading)
        {
            Add(heading, row);
        }
    }

    void End(TableRow row, string word)
    {
        if (open.Count == 0)
        {
            draft.Findings.Refuse("group-unopened", Sheet.At(row, "type"), $"This end_{word} has no begin_{word} above it.");
        }
        else if (open.Pop() is var last && last.Word != word)
        {
            draft.Findings.Refuse("group-crossed", Sheet.At(row, "type"), $"This end_{word} stands where the {last.Word} of row {last.Row.Number} must end first. Write end_{last.Word}.");
        }
    }

    void Add(Bind bind, TableRow row)
    {
        names.Check(bind, row);
        binds.Add(bind);
    }

    Bind New(TableRow row, string name) => new(binds.Count, Parent, name, row.Number) { Root = root };

    string Name(TableRow row, string generated) => Sheet[row, "name"] is { Length: > 0 } own ? own : generated + row.Number;

    bool IsDisabled(TableRow row) => Sheet[row, "disabled"].ToLowerInvariant() is "yes" or "true" or "true()";

    sealed record OpenGroup(Bind Group, TableRow Row, string Word);
}
