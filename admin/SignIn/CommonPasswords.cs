using Microsoft.AspNetCore.Identity;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Holds a new password to the rule, with the list of those that are tried first (docs/sources.md#passwords).</summary>
sealed class CommonPasswords : IPasswordValidator<AccountUser>
{
    static readonly Lazy<IReadOnlySet<string>> Listed = new(Read);

    /// <summary>What is wrong with a password, a text key; null when it will do.</summary>
    public static string? Complaint(string password, string name) => PasswordRule.Complaint(password, name, Listed.Value);

    public Task<IdentityResult> ValidateAsync(UserManager<AccountUser> manager, AccountUser user, string? password) => Task.FromResult(
        Complaint(password ?? "", user.Account.Name) is { } key ? IdentityResult.Failed(new IdentityError { Code = key, Description = key }) : IdentityResult.Success);

    static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("Assets/passwords.txt")
            ?? throw new InvalidOperationException("passwords.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToHashSet(StringComparer.Ordinal);
    }
}
