namespace RbcBot.Core.Forms.Expressions;

/// <summary>How two values compare: nodes compare if any of them does, dates and numbers as numbers.</summary>
static class Comparison
{
    public static bool Holds(Operator comparison, in Value left, in Value right, TimeZoneInfo zone)
    {
        if (comparison is not (Operator.Equal or Operator.NotEqual))
        {
            return AnyNumbers(comparison, left, right, zone);
        }
        if (left.Kind == ValueKind.Truth || right.Kind == ValueKind.Truth)
        {
            return left.IsTrue == right.IsTrue == (comparison == Operator.Equal);
        }
        return left.IsNumeric || right.IsNumeric
            ? AnyNumbers(comparison, left, right, zone)
            : AnyTexts(comparison == Operator.Equal, left, right, zone);
    }

    static bool AnyNumbers(Operator comparison, in Value left, in Value right, TimeZoneInfo zone)
    {
        for (var place = 0; place < left.Width; place++)
        {
            var number = left.NumberAt(place, zone);
            for (var other = 0; other < right.Width; other++)
            {
                if (Compare(comparison, number, right.NumberAt(other, zone)))
                {
                    return true;
                }
            }
        }
        return false;
    }

    static bool AnyTexts(bool equal, in Value left, in Value right, TimeZoneInfo zone)
    {
        for (var place = 0; place < left.Width; place++)
        {
            var text = left.TextAt(place, zone);
            for (var other = 0; other < right.Width; other++)
            {
                if (text == right.TextAt(other, zone) == equal)
                {
                    return true;
                }
            }
        }
        return false;
    }

    static bool Compare(Operator comparison, double left, double right) => comparison switch
    {
        Operator.Equal => left == right,
        Operator.NotEqual => left != right,
        Operator.Less => left < right,
        Operator.LessOrEqual => left <= right,
        Operator.Greater => left > right,
        Operator.GreaterOrEqual => left >= right,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };
}
