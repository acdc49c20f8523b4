using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Linting;

/// <summary>Expressions that do something else than their authors mean.</summary>
static partial class ExpressionLint
{
    internal static void Check(Draft draft, IReadOnlyList<Bind> binds)
    {
        foreach (var bind in binds)
        {
            foreach (var (column, expression) in Cells(bind))
            {
                foreach (var hint in expression.Hints)
                {
                    draft.Findings.Warn(hint.Code, new(draft.Survey.Name, bind.Row, draft.Survey.Header(column)), hint.Message, hint.Position, Mended(hint.Code, expression.Source));
                }
            }
            if (bind.Constraint is not null && bind.ConstraintMessage.ByCode.Count == 0 && bind.Question is { IsAsked: true })
            {
                draft.Findings.Warn("constraint-message-missing", new(draft.Survey.Name, bind.Row, draft.Survey.Header("constraint_message")),
                    "Nobody is told what is accepted: write it into constraint_message, kindly, in every language.");
            }
        }
    }

    /// <summary>The row's expressions with the columns they stand in.</summary>
    internal static IEnumerable<(string Column, Expression Expression)> Cells(Bind bind) => new (string Column, Expression? Expression)[]
    {
        ("relevant", bind.Relevant), ("constraint", bind.Constraint), ("calculation", bind.Calculation), ("choice_filter", bind.Filter),
        ("required", bind.Required.When), ("read_only", bind.ReadOnly.When), ("repeat_count", bind.Count), ("default", bind.DefaultExpression),
    }.Where(cell => cell.Expression is not null).Select(cell => (cell.Column, cell.Expression!)); // the line above looked

    static string? Mended(string code, string source) => code switch
    {
        "not-of-answer" => NotOfAnswer().Replace(source, "$1 = ''"),
        "regex-matches-part" => OpenPattern().Replace(source, match => $"{match.Groups[1].Value}{match.Groups[2].Value}^{match.Groups[3].Value.TrimStart('^').TrimEnd('$')}${match.Groups[2].Value}"),
        _ => null,
    };

    [GeneratedRegex(@"\bnot\(\s*(\$\{[^}]*\})\s*\)")]
    private static partial Regex NotOfAnswer();

    [GeneratedRegex(@"(\bregex\([^'"",]*,\s*)(['""])((?:(?!\2).)*)\2")]
    private static partial Regex OpenPattern();
}
