using System.Globalization;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The parameters start, end and step of a range.</summary>
static class RangeParameters
{
    internal static RangeSpan Of(Draft draft, TableRow row)
    {
        var parameters = RowParameters.Of(draft.Survey[row, "parameters"]);
        var span = new RangeSpan(Number("start", 1), Number("end", 10), Number("step", 1));
        if (span.Step <= 0 || span.End < span.Start)
        {
            draft.Findings.Refuse("range-unclear", draft.Survey.At(row, "parameters"), "A range goes up from start to end in steps above 0. Write, for example, start=1 end=10 step=1.");
        }
        return span;

        decimal Number(string name, decimal standard)
        {
            if (!parameters.TryGetValue(name, out var text) || text.Length == 0)
            {
                return standard;
            }
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
            draft.Findings.Refuse("range-unclear", draft.Survey.At(row, "parameters"), $"{name}={text} is not a number. Write, for example, {name}={standard.ToString(CultureInfo.InvariantCulture)}.");
            return standard;
        }
    }
}
