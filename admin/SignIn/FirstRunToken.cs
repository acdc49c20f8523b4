using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Admin.SignIn;

/// <summary>The secret that makes the first administrator: new at each start, good once and for 30 minutes, never on disk.</summary>
public sealed class FirstRunToken(TimeProvider clock)
{
    /// <summary>How long the link is good after start (ASVS 6.4.1).</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    readonly DateTimeOffset until = clock.GetUtcNow() + Life;
    int spent;

    /// <summary>The link to print at start while there is no administrator.</summary>
    /// <param name="baseUrl">Such as http://localhost:5080.</param>
    public string Link(string baseUrl) => $"{baseUrl.TrimEnd('/')}/console/first?token={token}";

    /// <summary>Whether it was used or its time is over.</summary>
    public bool IsOver => spent != 0 || clock.GetUtcNow() >= until;

    /// <summary>Whether this is the token, compared in constant time.</summary>
    public bool Fits(string? offered) => !IsOver
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(offered ?? ""), Encoding.UTF8.GetBytes(token));

    /// <summary>Uses it up; false for everybody but the first.</summary>
    internal bool Spend(string? offered) => Fits(offered) && Interlocked.Exchange(ref spent, 1) == 0;
}
