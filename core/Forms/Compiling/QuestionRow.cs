using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Compiles one question of the survey sheet.</summary>
static class QuestionRow
{
    static readonly string[] NotYet = ["image", "audio", "video", "big_image", "repeat_count", "trigger", "intent"];

    internal static Bind Compile(Draft draft, TableRow row, RowType read, int index, Bind? parent, string name)
    {
        var type = Spoken(draft, row, read.Type ?? QuestionType.Text);
        var bind = Worded(draft, row, new(index, parent, name, row.Number)) with
        {
            Relevant = draft.Expression(row, "relevant"),
            Required = type == QuestionType.Calculate ? Condition.Never : draft.Condition(row, "required"),
            Constraint = draft.Expression(row, "constraint"),
            Calculation = draft.Expression(row, "calculation"),
            Filter = read.List.Length > 0 ? draft.Expression(row, "choice_filter") : null,
            Seed = ChoiceOrder.Seed(draft, row),
        };
        var question = new Question(bind.Path, name, type, row.Number, bind.Required.CanBe, Choices(draft, row, read), Chat(draft.Survey, row))
        {
            Labels = draft.Languages.ByCode(draft.Survey.Translations(row, "label")),
            Appearance = draft.Survey[row, "appearance"],
            Parameters = draft.Survey[row, "parameters"],
        };
        Check(draft, row, question, bind);
        var (text, expression) = StartingValue.Of(draft, row, type);
        return bind with { Question = question, Default = text, DefaultExpression = expression };
    }

    static Bind Worded(Draft draft, TableRow row, Bind bind) => bind with
    {
        Label = draft.Texts(row, "label"),
        Hint = draft.Texts(row, "hint"),
        Guidance = draft.Texts(row, "guidance_hint"),
        ConstraintMessage = draft.Texts(row, "constraint_message"),
        RequiredMessage = draft.Texts(row, "required_message"),
    };

    /// <summary>Refuses columns whose meaning we would have to leave out.</summary>
    internal static void RefuseNotYet(Draft draft, TableRow row)
    {
        foreach (var column in NotYet.Where(column => draft.Survey.Translations(row, column).Any()))
        {
            draft.Findings.Refuse("not-yet", draft.Survey.At(row, column), $"The column {draft.Survey.Header(column)} is not supported yet. Empty the cell.");
        }
        if (draft.Survey[row, "appearance"].Contains("search(", StringComparison.Ordinal))
        {
            draft.Findings.Refuse("not-yet", draft.Survey.At(row, "appearance"), "The appearance search() is not supported yet.");
        }
    }

    /// <summary>A read-only question only says something: it is a note with a value.</summary>
    static QuestionType Spoken(Draft draft, TableRow row, QuestionType type)
    {
        var readOnly = draft.Condition(row, "read_only");
        if (readOnly.When is not null)
        {
            draft.Findings.Refuse("not-yet", draft.Survey.At(row, "read_only"), "An expression in read_only is not supported yet. Write yes or no.");
        }
        return readOnly.Always && type is not (QuestionType.Calculate or QuestionType.Hidden or QuestionType.Today or QuestionType.Start or QuestionType.End)
            ? QuestionType.Note
            : type;
    }

    static IReadOnlyList<Choice> Choices(Draft draft, TableRow row, RowType type)
    {
        if (type.List.Length == 0)
        {
            return [];
        }
        var choices = draft.Lists.Find(type.List);
        if (choices is null)
        {
            draft.Findings.Refuse("list-missing", draft.Survey.At(row, "type"), $"The choices sheet has no list {type.List}.");
            return [];
        }
        foreach (var (choice, number) in choices.Where(choice => type.Type == QuestionType.SelectMultiple && choice.Choice.Name.Any(char.IsWhiteSpace)))
        {
            draft.Findings.Refuse("choice-name-invalid", new(draft.Lists.Sheet.Name, number, draft.Lists.Sheet.Header("name")),
                $"The name \"{choice.Name}\" has a space: names of a select_multiple are stored with spaces between them. Use _ instead.");
        }
        return [.. choices.Select(choice => choice.Choice)];
    }

    static Dictionary<string, string> Chat(FormSheet sheet, TableRow row) => sheet.Columns
        .Where(column => column.IsChat && row[column.Key].Length > 0)
        .ToDictionary(column => column.Key[FormColumn.Chat.Length..].Trim(), column => row[column.Key]);

    static void Check(Draft draft, TableRow row, Question question, Bind bind)
    {
        RefuseNotYet(draft, row);
        if (question.IsSpoken && bind.Label.ByCode.Count == 0 && bind.Hint.ByCode.Count == 0)
        {
            draft.Findings.Refuse("label-missing", draft.Survey.At(row, "label"), "The row has neither a label nor a hint: nobody would know what is asked.");
        }
        if (question.Type == QuestionType.Calculate && draft.Survey[row, "calculation"].Length == 0 && draft.Survey[row, "default"].Length == 0)
        {
            draft.Findings.Refuse("calculation-missing", draft.Survey.At(row, "calculation"), "A calculate row needs an expression in the column calculation.");
        }
    }
}
