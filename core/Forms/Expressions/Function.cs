namespace RbcBot.Core.Forms.Expressions;

/// <summary>A function of the expression language.</summary>
/// <param name="Fewest">The fewest arguments it takes.</param>
/// <param name="Most">The most arguments it takes.</param>
/// <param name="Work">Its value for a call.</param>
sealed record Function(string Name, int Fewest, int Most, Func<Call, Value> Work)
{
    public const int AnyNumber = int.MaxValue;

    /// <summary>Whether the first argument must be nodes, so that a number or text there is a mistake.</summary>
    public bool TakesNodes { get; init; }

    /// <summary>How many arguments stand before pairs begin; null when there are no pairs.</summary>
    public int? TakesPairsAfter { get; init; }

    public static Function Number(string name, int fewest, int most, Func<Call, double> work) =>
        new(name, fewest, most, call => Value.Of(work(call)));

    public static Function Text(string name, int fewest, int most, Func<Call, string> work) =>
        new(name, fewest, most, call => Value.Of(work(call)));

    public static Function Truth(string name, int fewest, int most, Func<Call, bool> work) =>
        new(name, fewest, most, call => Value.Of(work(call)));

    /// <summary>The arguments it takes, in words.</summary>
    public string Takes => (Fewest, Most) switch
    {
        (0, 0) => "no argument",
        (1, 1) => "1 argument",
        (_, AnyNumber) => $"{Fewest} or more arguments",
        _ when Fewest == Most => $"{Fewest} arguments",
        _ => $"{Fewest} to {Most} arguments",
    };
}
