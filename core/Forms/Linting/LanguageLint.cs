using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms.Linting;

/// <summary>Languages that are named, missing or misnamed.</summary>
static class LanguageLint
{
    static readonly string[] SurveyColumns = ["label", "hint", "guidance_hint", "constraint_message", "required_message", FormColumn.Short];
    static readonly string[] ChoiceColumns = ["label", FormColumn.Short];

    internal static void Check(Draft draft, FormSettings settings)
    {
        CheckDefault(draft, settings);
        CheckTranslations(draft, draft.Survey, SurveyColumns);
        CheckTranslations(draft, draft.Lists.Sheet, ChoiceColumns);
    }

    static void CheckDefault(Draft draft, FormSettings settings)
    {
        var (codes, named) = (draft.Languages.Codes, settings["default_language"]);
        if (named.Length == 0 && codes.Count > 1)
        {
            draft.Findings.Warn("default-language-missing", new(settings.Sheet.Name, null, "default_language"),
                $"The form has several languages and no default_language: {codes[0]} is shown where a translation is missing.", proposal: codes[0]);
        }
        else if (named.Length > 0 && codes[0].Length > 0 && FormLanguages.CodeOf(named) != codes[0])
        {
            draft.Findings.Warn("default-language-unknown", settings.At("default_language"), $"No column has the language {named}: {codes[0]} is the default.", proposal: codes[0]);
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
}
