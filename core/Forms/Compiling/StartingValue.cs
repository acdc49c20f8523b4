using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The default of a question: a text as it stands, or an expression worked out once at the start.</summary>
static partial class StartingValue
{
    internal static (string Text, Expression? Expression) Of(Draft draft, TableRow row, QuestionType type)
    {
        var text = draft.Survey[row, "default"];
        return text.Length == 0 || !IsExpression(text, type) ? (text, null) : ("", draft.Parse(text, draft.Survey.At(row, "default")));
    }

    static bool IsExpression(string text, QuestionType type) => type switch
    {
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        QuestionType.Date or QuestionType.DateTime or QuestionType.Time or QuestionType.GeoPoint or QuestionType.GeoTrace or QuestionType.GeoShape => Reference().IsMatch(text),
        QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File => Reference().IsMatch(text),
        _ => Reference().IsMatch(text) || Operator().IsMatch(text),
    };

    /// <summary>A ${name}, or a function's name straight before its bracket.</summary>
    [GeneratedRegex(@"\$\{|(?<![\p{L}\p{Nd}])[a-z][a-z0-9:-]*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    /// <summary>An operator between spaces, or a predicate.</summary>
    [GeneratedRegex(@" (?:div|mod|\*|\+|-|\|) |\[.*\]")]
    private static partial Regex Operator();
}
