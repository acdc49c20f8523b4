using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Compiles what is no question of its own: groups, repeats, and the rows that the standard adds.</summary>
static class GroupRow
{
    static readonly IReadOnlyList<Choice> YesNo =
    [
        new("yes", new Dictionary<string, string> { ["en"] = "Yes", ["fr"] = "Oui", ["rw"] = "Yego" }, new Dictionary<string, string>()),
        new("no", new Dictionary<string, string> { ["en"] = "No", ["fr"] = "Non", ["rw"] = "Oya" }, new Dictionary<string, string>()),
    ];

    internal static Bind Group(Draft draft, TableRow row, Bind bind)
    {
        if (draft.Survey[row, "repeat_count"].Length > 0)
        {
            draft.Findings.Refuse("count-of-group", draft.Survey.At(row, "repeat_count"), "Only a repeat has a count: write begin_repeat, or empty the cell.");
        }
        return RowTexts.Of(draft, row, bind);
    }

    internal static Bind Repeat(Draft draft, TableRow row, Bind bind)
    {
        var repeat = RowTexts.Of(draft, row, bind) with { IsRepeat = true, Count = draft.Expression(row, "repeat_count") };
        return draft.Survey[row, "repeat_count"].Length > 0 ? repeat : repeat with { Another = Another(draft, row, repeat) };
    }

    static Question Another(Draft draft, TableRow row, Bind repeat) =>
        new(repeat.Path, repeat.Name, QuestionType.AnotherRepeat, row.Number, false, YesNo, new Dictionary<string, string>())
        {
            Labels = draft.Languages.ByCode(draft.Survey.Translations(row, "label")),
            Repeats = QuestionRow.Repeats(repeat),
        };

    /// <summary>The group's label as a note before a table of questions, named as other tools name it; null for all other groups.</summary>
    internal static Bind? Heading(Draft draft, TableRow row, Bind group, Bind bind)
    {
        if (!group.Appearance.Split(' ').Contains("table-list") || (group.Label.ByCode.Count == 0 && group.Hint.ByCode.Count == 0))
        {
            return null;
        }
        return bind with
        {
            Label = group.Label,
            Hint = group.Hint,
            Question = new(bind.Path, bind.Name, QuestionType.Note, row.Number, false, [], new Dictionary<string, string>())
            {
                Labels = draft.Languages.ByCode(draft.Survey.Translations(row, "label")),
                Repeats = QuestionRow.Repeats(bind),
            },
        };
    }

    /// <summary>What or_other asks when somebody chose other.</summary>
    internal static Bind Other(Draft draft, TableRow row, Bind select, Bind bind)
    {
        var words = OtherWords.Question(draft.Languages.Codes);
        return bind with
        {
            Relevant = draft.Parse($"selected(../{select.Name}, '{ChoiceLists.Other}')", draft.Survey.At(row, "type")),
            Label = new(words.ToDictionary(word => word.Key, word => Template.Of(word.Value))),
            Question = new(bind.Path, bind.Name, QuestionType.Text, row.Number, false, [], new Dictionary<string, string>())
            {
                Labels = words,
                Repeats = QuestionRow.Repeats(bind),
            },
        };
    }
}
