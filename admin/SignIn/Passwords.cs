using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Hashes passwords and compares them, taking the same time whether or not the name is known.</summary>
sealed class Passwords
{
    /// <summary>Fewest characters of a password (ASVS 6.2.1 asks for 8, recommends 15).</summary>
    public const int ShortestLength = 12;

    /// <summary>Most characters: longer ones only cost hashing time (ASVS 6.2.9 asks for 64 at least).</summary>
    public const int LongestLength = 256;

    readonly PasswordHasher<string> hasher;
    readonly string nobody;

    public Passwords(ConsoleOptions options)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordRounds }));
        nobody = hasher.HashPassword("", Guid.NewGuid().ToString());
    }

    public string Hash(string name, string password) => hasher.HashPassword(name, password);

    /// <summary>Whether the password is the administrator's; null administrators cost the same time.</summary>
    public bool Fits(Administrator? administrator, string password) =>
        hasher.VerifyHashedPassword(administrator?.Name ?? "", administrator?.PasswordHash ?? nobody, password) != PasswordVerificationResult.Failed
        && administrator is not null;

    public static bool IsSameName(string name, string? other) => string.Equals(name, other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
