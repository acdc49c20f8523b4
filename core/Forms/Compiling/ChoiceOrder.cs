using System.Globalization;
using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The order of choices under the parameters randomize and seed.</summary>
static class ChoiceOrder
{
    /// <summary>The seed; null when the order is the sheet's. Without a number to begin with the order would differ at each turn: refused.</summary>
    internal static long? Seed(Draft draft, TableRow row)
    {
        var parameters = draft.Survey[row, "parameters"].Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0].Trim().ToLowerInvariant(), part => part[1].Trim());
        if (parameters["randomize"].FirstOrDefault()?.ToLowerInvariant() is not ("true" or "yes" or "true()"))
        {
            return null;
        }
        if (long.TryParse(parameters["seed"].FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed))
        {
            return seed;
        }
        draft.Findings.Refuse("not-yet", draft.Survey.At(row, "parameters"),
            "randomize without a whole number as seed is not supported yet. Write, for example, randomize=true, seed=42.");
        return null;
    }

    /// <summary>The shuffle of randomize(): the same seed gives the same order everywhere.</summary>
    internal static IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> items, long seed) => Shuffle.Of(items, seed);
}
