using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Compiles one question of the survey sheet.</summary>
static class QuestionRow
{
    internal static Bind Compile(Draft draft, TableRow row, RowType read, Bind bind)
    {
        var own = read.Type ?? QuestionType.Text;
        var type = Spoken(draft, row, own);
        var choices = new QuestionChoices(draft, row, read);
        var bound = RowTexts.Of(draft, row, bind) with
        {
            Required = type == QuestionType.Calculate ? Condition.Never : draft.Condition(row, "required"),
            ReadOnly = draft.Condition(row, "read_only"),
            Constraint = draft.Expression(row, "constraint") ?? Own(draft, row, read),
            Calculation = draft.Expression(row, "calculation"),
            Triggers = Triggers(draft, row),
            Filter = choices.Filter,
            Order = read.List.Length > 0 ? ChoiceOrder.Of(draft, row) : null,
            List = read.List,
            IsFromRepeat = read.IsFromRepeat,
            Preload = read.Preload,
            StoredAs = own,
        };
        var question = new Question(bound.Path, bound.Name, type, row.Number, bound.Required.CanBe, choices.Choices, Chat(draft.Survey, row))
        {
            Labels = draft.Languages.ByCode(draft.Survey.Translations(row, "label")),
            Repeats = Repeats(bound),
            Range = type == QuestionType.Range ? RangeParameters.Of(draft, row) : null,
            Appearance = bound.Appearance,
            Parameters = draft.Survey[row, "parameters"],
        };
        Check(draft, row, question, bound);
        var (text, expression) = StartingValue.Of(draft, row, type);
        return bound with { Question = question, Default = text, DefaultExpression = expression };
    }

    internal static IReadOnlyList<string> Repeats(Bind bind) => bind.Repeat is { } repeat ? [.. Repeats(repeat), repeat.Path] : [];

    /// <summary>A read-only question only says something: it is a note with a value. One that is worked out and has nothing to say is not shown.</summary>
    static QuestionType Spoken(Draft draft, TableRow row, QuestionType type)
    {
        if (!new Question("", "", type, 0, false, [], Nothing) { Labels = Nothing }.IsSpoken)
        {
            return type;
        }
        var isWorkedOut = draft.Survey[row, "calculation"].Length > 0 || draft.Survey[row, "trigger"].Length > 0;
        return isWorkedOut && !Says(draft.Survey, row) ? QuestionType.Calculate
            : draft.Condition(row, "read_only").Always ? QuestionType.Note
            : type;
    }

    static bool Says(FormSheet sheet, TableRow row) => Saying.Any(column => sheet.Translations(row, column).Any());

    static readonly string[] Saying = ["label", "hint", "image", "audio", "video"];

    static readonly Dictionary<string, string> Nothing = [];

    static readonly string[] Unsupported = ["intent", "save_to"];

    static Expressions.Expression? Own(Draft draft, TableRow row, RowType read) =>
        read.Constraint.Length == 0 ? null : draft.Parse(read.Constraint, draft.Survey.At(row, "type"));

    /// <summary>The rows that set this one: ${a} or ${a}, ${b}.</summary>
    static IReadOnlyList<string> Triggers(Draft draft, TableRow row)
    {
        var cell = draft.Survey[row, "trigger"];
        if (cell.Length == 0)
        {
            return [];
        }
        var template = Template.Of(cell);
        draft.Mention(template, draft.Survey.At(row, "trigger"));
        string[] names = [.. template.References];
        if (names.Length == 0)
        {
            draft.Findings.Refuse("trigger-unclear", draft.Survey.At(row, "trigger"), $"The trigger {cell} names no row. Write ${{name}} of the question whose answer sets this row.");
        }
        return names;
    }

    static Dictionary<string, string> Chat(FormSheet sheet, TableRow row) => sheet.Columns
        .Where(column => column.IsChat && row[column.Key].Length > 0)
        .ToDictionary(column => column.Key[FormColumn.Chat.Length..].Trim(), column => row[column.Key]);

    static void Check(Draft draft, TableRow row, Question question, Bind bind)
    {
        if (question.IsSpoken && bind.Label.ByCode.Count == 0 && bind.Hint.ByCode.Count == 0 && bind.Media.Count == 0)
        {
            draft.Findings.Refuse("label-missing", draft.Survey.At(row, "label"), "The row has neither a label nor a hint: nobody would know what is asked.");
        }
        if (question.Type == QuestionType.Calculate && draft.Survey[row, "calculation"].Length == 0 && draft.Survey[row, "default"].Length == 0)
        {
            draft.Findings.Refuse("calculation-missing", draft.Survey.At(row, "calculation"), "A calculate row needs an expression in the column calculation.");
        }
        if (bind.Preload.EndsWith("geopoint", StringComparison.Ordinal))
        {
            draft.Findings.Warn("type-blank", draft.Survey.At(row, "type"), "A chat does not see where a person is: the row stays blank. Ask for a geopoint if the place matters.");
        }
        foreach (var unsupported in Unsupported.Where(column => draft.Survey[row, column].Length > 0))
        {
            draft.Findings.Refuse("column-refused", draft.Survey.At(row, unsupported), unsupported == "intent"
                ? "The column intent opens another app, which a chat cannot. Empty the cell."
                : "Entities (save_to) are not supported: the answers are kept with the round. Empty the cell.");
        }
        if (question.Appearance.Contains("search(", StringComparison.Ordinal))
        {
            draft.Findings.Refuse("appearance-refused", draft.Survey.At(row, "appearance"), "The appearance search() is not supported. Use select_one_from_file with a choice_filter.");
        }
    }
}
