namespace RbcBot.Core.Forms.Expressions;

/// <summary>How two values compare: nodes compare if any of them does, dates and numbers as numbers.</summary>
static class Comparison
{
    public static bool Holds(Operator comparison, Value left, Value right, TimeZoneInfo zone)
    {
        if (comparison is not (Operator.Equal or Operator.NotEqual))
        {
            return Numbers(left, zone).Any(number => Numbers(right, zone).Any(other => Compare(comparison, number, other)));
        }
        var equal = comparison == Operator.Equal;
        if (left.Kind == ValueKind.Truth || right.Kind == ValueKind.Truth)
        {
            return left.IsTrue == right.IsTrue == equal;
        }
        return left.IsNumeric || right.IsNumeric
            ? Numbers(left, zone).Any(number => Numbers(right, zone).Any(other => number == other == equal))
            : Texts(left).Any(text => Texts(right).Any(other => text == other == equal));

        IEnumerable<string> Texts(Value value) =>
            value.Kind == ValueKind.Nodes ? value.Nodes.Select(node => node.Seen) : [value.Text(zone)];
    }

    static IEnumerable<double> Numbers(Value value, TimeZoneInfo zone) =>
        value.Kind == ValueKind.Nodes ? value.Nodes.Select(node => Value.NumberOf(node.Seen, zone)) : [value.Number(zone)];

    static bool Compare(Operator comparison, double left, double right) => comparison switch
    {
        Operator.Less => left < right,
        Operator.LessOrEqual => left <= right,
        Operator.Greater => left > right,
        Operator.GreaterOrEqual => left >= right,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };
}
