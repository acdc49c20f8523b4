namespace RbcBot.Core.Forms;

/// <summary>What was made of a person's words.</summary>
/// <param name="Value">The canonical answer; null when the words were not clear.</param>
/// <param name="Echo">Whether the reading should be said back, because it could be misread (a date, a number in words).</param>
/// <param name="HintKey">Text key that says how to answer, its slots in HintSlots; null when it was read.</param>
public sealed record Understanding(string? Value, bool Echo, string? HintKey)
{
    /// <summary>What the hint's sentence has slots for; empty when it has none.</summary>
    public IReadOnlyList<(string Name, object? Value)> HintSlots { get; init; } = [];

    /// <summary>What was read so far of an answer that is not whole: a year (1991) or a month (1991-07) of a date, the first points of a line; null when nothing was.</summary>
    public string? Partial { get; init; }

    /// <summary>Names of the few options that the words fit, the likeliest first, to be offered; empty when none or too many fit.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    internal static Understanding Read(string value, bool echo = false) => new(value, echo, null);

    internal static Understanding Unclear(string hintKey, params IReadOnlyList<(string Name, object? Value)> slots) =>
        new(null, false, hintKey) { HintSlots = slots };
}
