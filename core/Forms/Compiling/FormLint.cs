using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Warnings about what runs but is seldom meant.</summary>
static class FormLint
{
    /// <summary>Characters of a question that still reads as one message.</summary>
    const int LongLabel = 1_000;

    /// <summary>Characters of a choice that are still easy to read on a Telegram button on a small phone.</summary>
    const int LongestChoiceLabel = 64;

    internal static void Check(Draft draft, FormSettings settings, IReadOnlyList<Bind> binds)
    {
        CheckColumns(draft.Survey, draft.Findings);
        CheckDefaultLanguage(draft, settings);
        CheckTranslations(draft, draft.Survey, ["label", "hint", "guidance_hint", "constraint_message", "required_message"]);
        CheckTranslations(draft, draft.Lists.Sheet, ["label"]);
        foreach (var bind in binds)
        {
            CheckExpression(draft, bind, "relevant", bind.Relevant);
            CheckExpression(draft, bind, "constraint", bind.Constraint);
            CheckExpression(draft, bind, "calculation", bind.Calculation);
            CheckLengths(draft, bind);
        }
        CheckChoices(draft);
    }

    static void CheckColumns(FormSheet sheet, FindingList findings)
    {
        foreach (var column in sheet.Columns.Where(column => !column.IsChat && !FormColumn.Known.Contains(column.Name)))
        {
            findings.Warn("column-unknown", new(sheet.Name, sheet.Table.HeaderRow, column.Text), $"The column {column.Text} is not known and is passed over.");
        }
    }

    static void CheckDefaultLanguage(Draft draft, FormSettings settings)
    {
        var (codes, named) = (draft.Languages.Codes, settings["default_language"]);
        if (named.Length == 0 && codes.Count > 1)
        {
            draft.Findings.Warn("default-language-missing", new(settings.Sheet.Name, null, "default_language"),
                $"The form has several languages and no default_language: {codes[0]} is shown where a translation is missing.");
        }
        else if (named.Length > 0 && codes[0].Length > 0 && FormLanguages.CodeOf(named) != codes[0])
        {
            draft.Findings.Warn("default-language-unknown", settings.At("default_language"), $"No column has the language {named}: {codes[0]} is the default.");
        }
    }

    static void CheckTranslations(Draft draft, FormSheet sheet, string[] names)
    {
        foreach (var name in names)
        {
            var columns = sheet.Columns.Where(column => column.Name == name && column.Language.Length > 0).ToArray();
            foreach (var row in sheet.Table.Rows.Where(row => columns.Any(column => row[column.Key].Length > 0)))
            {
                foreach (var empty in columns.Where(column => row[column.Key].Length == 0))
                {
                    draft.Findings.Warn("translation-missing", new(sheet.Name, row.Number, empty.Text),
                        $"There is no text in {empty.Language}: the default language is shown instead.");
                }
            }
        }
    }

    static void CheckExpression(Draft draft, Bind bind, string column, Expression? expression)
    {
        foreach (var hint in expression?.Hints ?? [])
        {
            draft.Findings.Warn(hint.Code, new(draft.Survey.Name, bind.Row, draft.Survey.Header(column)), hint.Message, hint.Position);
        }
    }

    static void CheckLengths(Draft draft, Bind bind)
    {
        foreach (var label in bind.Question?.Labels.Values.Where(label => label.Length > LongLabel) ?? [])
        {
            draft.Findings.Warn("label-long", new(draft.Survey.Name, bind.Row, draft.Survey.Header("label")),
                $"The label has {label.Length} characters; more than {LongLabel} are tiring to read in a chat.");
        }
        if (bind.Question is { Choices.Count: > Question.MostButtons } question)
        {
            draft.Findings.Warn("choices-many", new(draft.Survey.Name, bind.Row, draft.Survey.Header("type")),
                $"The list has {question.Choices.Count} choices; more than {Question.MostButtons} at a time are not shown as buttons: people type the first letters.");
        }
    }

    static void CheckChoices(Draft draft)
    {
        var sheet = draft.Lists.Sheet;
        foreach (var row in sheet.Table.Rows.Where(row => sheet[row, "list_name"].Length > 0))
        {
            var longest = sheet.Translations(row, "label").Select(label => label.Text.Length).DefaultIfEmpty().Max();
            if (longest == 0)
            {
                draft.Findings.Warn("choice-label-missing", sheet.At(row, "label"), "The choice has no label: its name is shown.");
            }
            else if (longest > LongestChoiceLabel)
            {
                draft.Findings.Warn("choice-label-long", sheet.At(row, "label"),
                    $"The label has {longest} characters; beyond {LongestChoiceLabel} it is hard to read on a Telegram button.");
            }
        }
    }
}
