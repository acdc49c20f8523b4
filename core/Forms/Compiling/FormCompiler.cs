using RbcBot.Core.Forms.Linting;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Makes a form of a workbook, or says what is wrong with it.</summary>
static class FormCompiler
{
    internal static FormReading Compile(byte[] file, string fileName)
    {
        var (workbook, noted) = Workbook.Read(file, fileName);
        if (workbook is null)
        {
            return new(null, noted);
        }
        var findings = new FindingList();
        findings.AddRange(noted.Where(finding => IsFormSheet(finding.Sheet)));
        if (workbook.Find("survey") is not { Rows.Count: > 0 } survey)
        {
            var names = string.Join(", ", workbook.Sheets.Select(sheet => sheet.Name));
            findings.Refuse("survey-missing", new("", null, null),
                $"The workbook has no sheet survey with rows; its sheets are: {names}. Name the sheet with the questions survey.");
            return new(null, findings.Sorted);
        }
        return Compile(
            FormSheet.Of(survey, "survey", findings),
            FormSheet.Of(workbook.Find("choices") ?? workbook.Find("choice"), "choices", findings),
            FormSheet.Of(workbook.Find("settings") ?? workbook.Find("setting"), "settings", findings), workbook, fileName, findings);
    }

    static FormReading Compile(FormSheet survey, FormSheet choices, FormSheet settingsSheet, Workbook workbook, string fileName, FindingList findings)
    {
        var settings = FormSettings.Of(settingsSheet);
        var languages = FormLanguages.Of([survey, choices, settingsSheet], settings["default_language"]);
        var lists = new ChoiceLists(choices, languages, findings);
        RequireColumns(survey, findings, "type", "name");
        if (choices.Table.Headers.Count > 0)
        {
            RequireColumns(choices, findings, "list_name", "name");
        }
        lists.Read(settings["allow_choice_duplicates"].ToLowerInvariant() is "yes" or "true" or "true()");
        var draft = new Draft(survey, lists, new AttachedFiles(workbook.Attachments, findings), languages, findings);
        lists.ReadMedia(draft);
        RefuseEntities(workbook, findings);
        var binds = new SurveyRows(draft, settings.Root).Read();
        var instanceName = settings.InstanceName(draft);
        lists.Mention(draft);
        References.Check(draft, binds);
        Cycles.Check(draft, binds);
        RequireQuestions(survey, binds, findings);
        FormLint.Check(draft, settings, binds);
        var version = FormVersion.Of([survey, choices, settingsSheet], workbook.Attachments);
        return new(findings.Refused ? null : settings.Form(fileName, draft, binds, version, instanceName), findings.Sorted) { Missing = draft.Files.Missing };
    }

    static void RefuseEntities(Workbook workbook, FindingList findings)
    {
        if (workbook.Find("entities") is { Rows.Count: > 1 } entities)
        {
            findings.Refuse("entities", new(entities.Name, entities.Rows[1].Number, null), "Entities are not supported: the answers are kept with the round. Remove the sheet.");
        }
    }

    static void RequireColumns(FormSheet sheet, FindingList findings, params string[] names)
    {
        foreach (var name in names.Where(name => !sheet.Has(name)))
        {
            findings.Refuse("header-missing", new(sheet.Name, sheet.Table.HeaderRow, name), $"The sheet {sheet.Name} has no column {name} in its first row.");
        }
    }

    static void RequireQuestions(FormSheet survey, IReadOnlyList<Bind> binds, FindingList findings)
    {
        if (!findings.Refused && !binds.Any(bind => bind.Question is not null))
        {
            findings.Refuse("survey-empty", new(survey.Name, null, null), "The survey sheet has no question.");
        }
    }

    static bool IsFormSheet(string sheet) => CellText.Plain(sheet).ToLowerInvariant() is "" or "survey" or "choices" or "settings";
}
