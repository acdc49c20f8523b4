namespace RbcBot.Core.Statistics;

/// <summary>A 95 % interval, both ends included.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The confidence level of every interval in this room.</summary>
    public const double Level = 0.95;
}
