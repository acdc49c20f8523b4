using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;

namespace RbcBot.Bot.Channels;

/// <summary>What somebody wrote on a channel without links of its own: who comes by the link or the poster of a round writes "start CODE", in her language.</summary>
static partial class EntryWords
{
    public static Said Of(string text) =>
        Form().Match(text) is { Success: true } entry && RoundCode.IsGood(entry.Groups["code"].Value) ? Said.Enter(entry.Groups["code"].Value) : Said.Text(text);

    [GeneratedRegex(@"\A\s*/?(?:start|tangira|commencer)\s+(?<code>\S+)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
