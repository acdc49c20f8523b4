using System.Text.RegularExpressions;

namespace RbcBot.Core.Programme;

/// <summary>The rule for a round's code: it must fit a link, a QR code and Telegram's start parameter.</summary>
public static partial class RoundCode
{
    public static bool IsGood(string code) => Allowed().IsMatch(code.Trim());

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Allowed();
}
