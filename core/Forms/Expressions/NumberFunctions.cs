namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of numbers.</summary>
static class NumberFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Function.Number("number", 0, 1, call => call.Count == 0 ? Value.NumberOf(call.Focus.Node.Seen, call.Zone) : call.Number(0)),
        Function.Number("int", 1, 1, call => Math.Truncate(call.Number(0))),
        Function.Number("round", 1, 2, call => Round(call.Number(0), call.Count > 1 ? call.Number(1) : 0)),
        One("floor", Math.Floor),
        One("ceiling", Math.Ceiling),
        One("abs", Math.Abs),
        One("sqrt", Math.Sqrt),
        One("exp", Math.Exp),
        One("exp10", number => Math.Pow(10, number)),
        One("log", Math.Log),
        One("log10", Math.Log10),
        One("sin", Math.Sin),
        One("cos", Math.Cos),
        One("tan", Math.Tan),
        One("asin", Math.Asin),
        One("acos", Math.Acos),
        One("atan", Math.Atan),
        Two("atan2", Math.Atan2),
        Two("pow", Power),
        Function.Number("pi", 0, 0, _ => Math.PI),
        Function.Number("min", 1, Function.AnyNumber, call => Extreme(call, Math.Min)),
        Function.Number("max", 1, Function.AnyNumber, call => Extreme(call, Math.Max)),
        Function.Number("sum", 1, 1, call => call.Nodes(0).Nodes is { Count: > 0 } nodes ? nodes.Sum(node => Value.NumberOf(node.Seen, call.Zone)) : double.NaN) with { TakesNodes = true },
    ];

    static Function One(string name, Func<double, double> work) =>
        Function.Number(name, 1, 1, call => work(call.Number(0)));

    static Function Two(string name, Func<double, double, double> work) =>
        Function.Number(name, 2, 2, call => work(call.Number(0), call.Number(1)));

    /// <summary>As the pocket calculator does: half away from zero in decimal digits, so 2.345 to two digits is 2.35.</summary>
    static double Round(double number, double digits)
    {
        if (double.IsNaN(digits))
        {
            return double.NaN;
        }
        var places = (int)Math.Clamp(Math.Truncate(digits), -30, 30);
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e15 || places > 15)
        {
            return number;
        }
        if (places >= 0)
        {
            return (double)Math.Round((decimal)number, places, MidpointRounding.AwayFromZero);
        }
        var unit = Math.Pow(10, -places);
        return unit > 1e15 ? 0 : (double)(Math.Round((decimal)number / (decimal)unit, MidpointRounding.AwayFromZero) * (decimal)unit);
    }

    /// <summary>1 to the power of what is not a number is not a number either, as in the other engines.</summary>
    static double Power(double number, double power) => double.IsNaN(power) ? double.NaN : Math.Pow(number, power);

    static double Extreme(Call call, Func<double, double, double> more)
    {
        var values = call.Each(0);
        return values.Count == 0 ? double.NaN : values.Select(value => value.Number(call.Zone)).Aggregate(more);
    }
}
