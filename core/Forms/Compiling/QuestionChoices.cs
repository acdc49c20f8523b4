using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>What a select or rank row offers: a list of the choices sheet, an attached file, or the answers of a repeat.</summary>
sealed class QuestionChoices
{
    readonly Draft draft;
    readonly TableRow row;
    readonly RowType type;

    internal QuestionChoices(Draft draft, TableRow row, RowType type)
    {
        (this.draft, this.row, this.type) = (draft, row, type);
        Choices = type.List.Length == 0 ? [] : type.IsFromRepeat ? FromRepeat() : type.IsFromFile ? FromFile() : FromSheet();
        Filter = type.List.Length > 0 ? draft.Expression(row, "choice_filter") : null;
        if (type.OrOther && Filter is not null)
        {
            draft.Findings.Refuse("or-other-filtered", draft.Survey.At(row, "choice_filter"), "or_other and choice_filter do not go together: add a choice other and a text question of your own.");
        }
    }

    internal IReadOnlyList<Choice> Choices { get; }

    internal Expression? Filter { get; }

    IReadOnlyList<Choice> FromSheet()
    {
        if (draft.Lists.Find(type.List) is not { } choices)
        {
            draft.Findings.Refuse("list-missing", draft.Survey.At(row, "type"), $"The choices sheet has no list {type.List}.{draft.Lists.Proposal(type.List)}");
            return [];
        }
        foreach (var (choice, number) in choices.Where(choice => type.Type != QuestionType.SelectOne && choice.Choice.Name.Any(char.IsWhiteSpace)))
        {
            draft.Findings.Refuse("choice-name-invalid", new(draft.Lists.Sheet.Name, number, draft.Lists.Sheet.Header("name")),
                $"The name \"{choice.Name}\" has a space: names of a select_multiple are stored with spaces between them. Use _ instead.");
        }
        return [.. choices.Select(choice => choice.Choice)];
    }

    IReadOnlyList<Choice> FromFile()
    {
        var parameters = RowParameters.Of(draft.Survey[row, "parameters"]);
        return draft.Files.Choices(type.List, parameters.GetValueOrDefault("value", ""), parameters.GetValueOrDefault("label", ""), draft.Survey.At(row, "type"));
    }

    IReadOnlyList<Choice> FromRepeat()
    {
        draft.Mention(Template.Of(type.List), draft.Survey.At(row, "type"));
        return [];
    }
}
