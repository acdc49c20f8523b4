using System.Text.RegularExpressions;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>What a callback of Africa's Talking carries.</summary>
sealed partial record CallbackForm(IFormCollection Fields)
{
    // Not every store takes U+0000, and it means nothing to anybody.
    public string Text(string name) => Fields[name].ToString().Replace("\0", "", StringComparison.Ordinal);

    /// <summary>A number in E.164; null when it is none.</summary>
    public string? Number(string name) => Form().Match(Text(name)) is { Success: true } number ? "+" + number.Groups["digits"].Value : null;

    // In a form a plus that is not escaped is a blank.
    [GeneratedRegex(@"\A[+\s]?(?<digits>[0-9]{5,20})\z")]
    private static partial Regex Form();
}
