namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions that decide.</summary>
static class TruthFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Function.Truth("true", 0, 0, _ => true),
        Function.Truth("false", 0, 0, _ => false),
        Function.Truth("boolean", 1, 1, call => call.IsTrue(0)),
        Function.Truth("not", 1, 1, call => !call.IsTrue(0)),
        Function.Truth("boolean-from-string", 1, 1, call => call.Text(0) is "1" or "true"),
        new("if", 3, 3, call => call.Argument(call.IsTrue(0) ? 1 : 2)),
        new("coalesce", 2, 2, call => Value.Of(Filled(call.Argument(0), call.Zone) ?? call.Text(1))),
        Function.Truth("checklist", 2, Function.AnyNumber, call => IsWithin(call, call.Each(2).Count(value => value.IsTrue))),
        Function.Truth("weighted-checklist", 2, Function.AnyNumber, call => IsWithin(call, Weight(call))) with { TakesPairsAfter = 2 },
    ];

    /// <summary>The value as a text; null when it is blank or a number that is none.</summary>
    static string? Filled(Value value, TimeZoneInfo zone) =>
        value.Text(zone) is { Length: > 0 } text && !(value.IsNumeric && double.IsNaN(value.Number(zone))) ? text : null;

    /// <summary>Whether an amount lies between the first two arguments; a negative one is no bound.</summary>
    static bool IsWithin(Call call, double amount)
    {
        var (least, most) = (call.Number(0), call.Number(1));
        return (least < 0 || amount >= least) && (most < 0 || amount <= most);
    }

    static double Points(double number) => double.IsNaN(number) ? 0 : number;

    static double Weight(Call call)
    {
        var weight = 0.0;
        for (var argument = 2; argument < call.Count; argument += 2)
        {
            weight += call.EachOf(argument).Zip(call.EachOf(argument + 1), (answer, points) => answer.IsTrue ? Points(points.Number(call.Zone)) : 0).Sum();
        }
        return weight;
    }
}
