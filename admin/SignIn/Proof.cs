using Microsoft.AspNetCore.Http;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Somebody who is in proves again who she is: by password and second factor, or by a passkey.</summary>
sealed class Proof(PasswordCheck check, Authenticators authenticators, PasskeyCeremony passkeys, Attempts attempts)
{
    public const string Password = "proof-password", Code = "proof-code", Credential = "credential";

    /// <summary>How long a proof is good for dangerous acts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Whether a form carries a proof at all.</summary>
    public static bool IsIn(IFormCollection form) => form.ContainsKey(Password) || !string.IsNullOrEmpty(form[Credential]);

    public async Task<bool> FitsAsync(HttpContext http, Account account, IFormCollection form, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(form[Credential]))
            return (await passkeys.ShownAsync(http, form, stop))?.Account.Id == account.Id;
        if (await check.CheckAsync(http, account.Name, form[Password].ToString(), stop) is not { } right)
            return false;
        var proved = right.HasSecondFactor ? await authenticators.SpendAsync(right, form[Code].ToString(), stop) : right;
        return proved is not null && await attempts.PassedAsync(proved, stop) is not null;
    }
}
