using System.Globalization;

namespace RbcBot.Core.Forms.Answers;

/// <summary>A number on the steps of a range, or which of its few steps.</summary>
static class UnderstandRange
{
    /// <summary>Most steps that a person counts: up to here "2" can mean the second.</summary>
    const int MostCounted = 10;

    /// <param name="span">The ends and the step; without them any number is taken.</param>
    public static Understanding Read(RangeSpan? span, string text)
    {
        var read = UnderstandNumber.Decimal(text);
        if (read.Value is null || span is null)
            return read.Value is null && span is not null ? Outside(span) : read;
        var value = decimal.Parse(read.Value, CultureInfo.InvariantCulture);
        if (IsOnStep(span, value))
            return read;
        return !IsBetween(span, value) && Counted(span, value) is { } counted ? Understanding.Read(UnderstandNumber.Canonical(counted), echo: true) : Outside(span);
    }

    static bool IsBetween(RangeSpan span, decimal value) => value >= Math.Min(span.Start, span.End) && value <= Math.Max(span.Start, span.End);

    static bool IsOnStep(RangeSpan span, decimal value) =>
        IsBetween(span, value) && (span.Step == 0 || (value - span.Start) % span.Step == 0);

    static decimal? Counted(RangeSpan span, decimal number)
    {
        if (span.Step == 0 || number < 1 || number > MostCounted || number != decimal.Truncate(number))
            return null;
        var step = span.End < span.Start ? -Math.Abs(span.Step) : Math.Abs(span.Step);
        var steps = decimal.Truncate((span.End - span.Start) / step) + 1;
        return steps <= MostCounted && number <= steps ? span.Start + ((number - 1) * step) : null;
    }

    static Understanding Outside(RangeSpan span) => Math.Abs(span.Step) is 0 or 1
        ? Understanding.Unclear("understand.range", ("start", span.Start), ("end", span.End))
        : Understanding.Unclear("understand.range.step", ("start", span.Start), ("end", span.End), ("step", Math.Abs(span.Step)));
}
