using MathNet.Numerics;
using Library = MathNet.Numerics.Distributions.StudentT;

namespace RbcBot.Core.Statistics;

/// <summary>Student's t: tails by the beta function, because 1 - CDF cancels; the quantile polished, because the library's is coarse.</summary>
static class StudentT
{
    const int PolishingSteps = 4;

    public static double TwoSidedP(double t, double freedom) =>
        SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + (t * t)));

    /// <summary>The t that leaves <paramref name="upperTail"/> above it.</summary>
    public static double Critical(double upperTail, double freedom)
    {
        var t = Library.InvCDF(0, 1, freedom, 1 - upperTail);
        for (var step = 0; step < PolishingSteps; step++)
            t += ((TwoSidedP(t, freedom) / 2) - upperTail) / Library.PDF(0, 1, freedom, t);
        return t;
    }

    /// <summary>The 95 % interval of a mean.</summary>
    public static Interval MeanInterval(double mean, double standardError, int n)
    {
        var reach = Critical((1 - Interval.Level) / 2, n - 1) * standardError;
        return new Interval(mean - reach, mean + reach);
    }
}
