namespace RbcBot.Admin.Shared;

/// <summary>A field by which a long list is filtered; its value lives in the address under its name.</summary>
public sealed record Filter(string Name, string Label)
{
    /// <summary>Longest text that is looked for, in letters.</summary>
    public const int LongestWords = 200;

    /// <summary>What can be chosen, by value and label; empty for a field that is written.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>Whether a day is asked for.</summary>
    public bool IsDay { get; init; }
}
