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
        if (left.Width == 1 && right.Width == 1)
        {
            return Compare(comparison, left.NumberAt(0, zone), right.NumberAt(0, zone));
        }
        var others = new double[right.Width];
        for (var place = 0; place < others.Length; place++)
        {
            others[place] = right.NumberAt(place, zone);
        }
        for (var place = 0; place < left.Width && others.Length > 0; place++)
        {
            var number = left.NumberAt(place, zone);
            foreach (var other in others)
            {
                if (Compare(comparison, number, other))
                {
                    return true;
                }
            }
        }
        return false;
    }

    static bool AnyTexts(bool equal, in Value left, in Value right, TimeZoneInfo zone)
    {
        if (left.Width == 1 && right.Width == 1)
        {
            return left.TextAt(0, zone) == right.TextAt(0, zone) == equal;
        }
        var others = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < right.Width; place++)
        {
            others.Add(right.TextAt(place, zone));
        }
        for (var place = 0; place < left.Width; place++)
        {
            var isAmong = others.Contains(left.TextAt(place, zone));
            if (equal ? isAmong : others.Count > (isAmong ? 1 : 0))
            {
                return true;
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
