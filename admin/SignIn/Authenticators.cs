using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Authenticator apps and recovery codes: what stands in the store cannot be used by who reads it.</summary>
sealed class Authenticators(IDataProtectionProvider protection, Attempts attempts, TimeProvider clock)
{
    readonly IDataProtector protector = protection.CreateProtector("RbcBot.Console.Totp");

    /// <summary>A new secret, protected.</summary>
    public string NewSecret() => Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(Totp.SecretBytes)));

    /// <summary>The secret; null when the keys that protected it are lost.</summary>
    public byte[]? Open(string secret)
    {
        try
        {
            return protector.Unprotect(Convert.FromBase64String(secret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The account after its code was used, of the app or of the paper; null when it is none, or was used before.</summary>
    public async Task<Account?> SpendAsync(Account account, string written, CancellationToken stop)
    {
        if (Step(account.TotpSecret, written, account.LastTotpStep) is { } step)
            return await attempts.ChangeAsync(account with { LastTotpStep = step }, stop);
        if (!RecoveryCode.HasShape(written) || RecoveryCode.Hash(account.Id, written) is var hash && !account.RecoveryCodes.Contains(hash))
            return null;
        return await attempts.ChangeAsync(account with { RecoveryCodes = [.. account.RecoveryCodes.Where(one => one != hash)] }, stop);
    }

    /// <summary>The step of a code for a protected secret; null when it is none.</summary>
    public long? Step(string? secret, string written, long lastStep) =>
        secret is not null && Open(secret) is { } opened ? Totp.Read(opened, written, lastStep, clock.GetUtcNow()) : null;

    /// <summary>New recovery codes as they are shown, once.</summary>
    public static IReadOnlyList<string> NewCodes() =>
        [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Of(RandomNumberGenerator.GetBytes(RecoveryCode.ChanceBytes)))];
}
