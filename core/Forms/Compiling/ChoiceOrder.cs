using System.Globalization;
using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The order of choices under the parameters randomize and seed.</summary>
/// <param name="Seed">What the order follows from; null when each run has an order of its own.</param>
sealed record ChoiceOrder(Expression? Seed)
{
    /// <summary>The order that the parameters cell asks for; null when it asks for none.</summary>
    internal static ChoiceOrder? Of(Draft draft, TableRow row)
    {
        var parameters = RowParameters.Of(draft.Survey[row, "parameters"]);
        if (parameters.GetValueOrDefault("randomize")?.ToLowerInvariant() is not ("true" or "yes" or "true()"))
        {
            return null;
        }
        var seed = parameters.GetValueOrDefault("seed", "");
        if (seed.Length == 0)
        {
            return new((Expression?)null);
        }
        if (seed.StartsWith("${", StringComparison.Ordinal) || double.TryParse(seed, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return new(draft.Parse(seed, draft.Survey.At(row, "parameters")));
        }
        draft.Findings.Refuse("seed-unclear", draft.Survey.At(row, "parameters"), $"The seed {seed} is neither a number nor a ${{name}}. Write, for example, randomize=true, seed=42.");
        return null;
    }
}
