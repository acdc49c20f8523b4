using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Linting;

/// <summary>Choices without labels, and conditions on choices that no list has.</summary>
static class ChoiceLint
{
    internal static void Check(Draft draft, IReadOnlyList<Bind> binds)
    {
        var sheet = draft.Lists.Sheet;
        foreach (var row in sheet.Table.Rows.Where(row => sheet[row, "list_name"].Length > 0 && sheet.Translations(row, "label").All(label => label.Text.Length == 0)))
        {
            draft.Findings.Warn("choice-label-missing", sheet.At(row, "label"), "The choice has no label: its name is shown.", proposal: sheet[row, "name"]);
        }
        CheckUnused(draft, binds);
        var selects = binds.Where(bind => bind.Question is { HasChoices: true, Choices.Count: > 0 }).ToLookup(bind => bind.Name);
        foreach (var bind in binds)
        {
            foreach (var (column, expression) in ExpressionLint.Cells(bind))
            {
                foreach (var claim in Claim.In(Parts.Of(expression.Tree)))
                {
                    CheckClaim(draft, new(draft.Survey.Name, bind.Row, draft.Survey.Header(column)), expression.Source, claim, selects[claim.Name]);
                }
            }
            CheckDefault(draft, bind);
        }
    }

    static void CheckClaim(Draft draft, Place place, string source, Claim claim, IEnumerable<Bind> selects)
    {
        if (selects.FirstOrDefault() is not { Question: { } question } || claim.Value.Length == 0 || !claim.IsOfValue || question.Choices.Any(choice => choice.Name == claim.Value))
        {
            return;
        }
        var near = Nearest.To(claim.Value, question.Choices.Select(choice => choice.Name))
            ?? question.Choices.FirstOrDefault(choice => choice.Labels.Values.Contains(claim.Value))?.Name;
        draft.Findings.Warn("choice-unknown", place, $"The list of {claim.Name} has no choice {claim.Value}: the condition never meets it.{(near is null ? "" : $" Did you mean {near}?")}", claim.Position,
            near is null ? null : source.Replace($"'{claim.Value}'", $"'{near}'", StringComparison.Ordinal));
    }

    static void CheckDefault(Draft draft, Bind bind)
    {
        if (bind.Question is { Type: QuestionType.SelectOne, Choices.Count: > 0 } question && bind.Default.Length > 0 && !question.Choices.Any(choice => choice.Name == bind.Default))
        {
            var near = Nearest.To(bind.Default, question.Choices.Select(choice => choice.Name));
            draft.Findings.Warn("default-unknown", new(draft.Survey.Name, bind.Row, draft.Survey.Header("default")), $"The list has no choice {bind.Default}.{(near is null ? "" : $" Did you mean {near}?")}", proposal: near);
        }
    }

    static void CheckUnused(Draft draft, IReadOnlyList<Bind> binds)
    {
        var used = binds.Select(bind => bind.List).ToHashSet();
        var spoken = binds.SelectMany(bind => bind.All).Where(expression => expression.Functions.Contains("instance")).Select(expression => expression.Source).ToArray();
        foreach (var list in draft.Lists.Names.Where(list => !used.Contains(list) && !spoken.Any(source => source.Contains(list, StringComparison.Ordinal))))
        {
            draft.Findings.Warn("list-unused", new(draft.Lists.Sheet.Name, draft.Lists.Find(list)?[0].Row, draft.Lists.Sheet.Header("list_name")), $"No question takes its choices from the list {list}.");
        }
    }
}
