using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>An account as ASP.NET Core Identity works on it: it sets values one by one and then asks to have them kept.</summary>
sealed class AccountUser(Account account)
{
    public Account Account { get; set; } = account;
}
