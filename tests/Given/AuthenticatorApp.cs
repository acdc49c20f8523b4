using System.Text.RegularExpressions;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>The app on somebody's phone that shows codes; each code it gives is a new one.</summary>
sealed partial class AuthenticatorApp(TimeProvider clock)
{
    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    byte[] secret = [];
    long last;

    /// <summary>Takes in the secret that a page shows.</summary>
    public AuthenticatorApp Scan(string html)
    {
        var written = Secret().Match(html).Groups[1].Value;
        var bits = string.Concat(written.Select(letter => Convert.ToString(Base32.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        secret = [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
        return this;
    }

    /// <summary>A code that was not given before: when the present one was, the next, which is good 30 seconds early.</summary>
    public string NextCode()
    {
        last = Math.Max(last + 1, Totp.StepAt(clock.GetUtcNow()));
        return Totp.Code(secret, last);
    }

    [GeneratedRegex("data-test=\"secret\">([A-Z2-7]+)<")]
    private static partial Regex Secret();
}
