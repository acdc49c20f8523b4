using Microsoft.AspNetCore.Identity;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Holds a new password to the rule.</summary>
sealed class RuledPasswords : IPasswordValidator<AccountUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<AccountUser> manager, AccountUser user, string? password) => Task.FromResult(
        PasswordRule.Complaint(password ?? "", user.Account.Name) is { } key ? IdentityResult.Failed(new IdentityError { Code = key, Description = key }) : IdentityResult.Success);
}
