using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Asks a browser for a passkey and reads what it answers (WebAuthn), by ASP.NET Core Identity.</summary>
/// <remarks>What was asked goes along in the form, protected, good once and for ten minutes: nothing is kept of visitors who only look at the door.</remarks>
sealed class PasskeyCeremony(IDataProtectionProvider protection, TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("RbcBot.Console.Passkey").ToTimeLimitedDataProtector();
    readonly ConcurrentDictionary<string, DateTimeOffset> spent = new(StringComparer.Ordinal);

    /// <summary>To make a passkey for an account.</summary>
    public async Task<PasskeyQuestion> AskToMakeAsync(HttpContext http, Account account)
    {
        var asked = await Handler(http).MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.Value, Name = account.Name, DisplayName = account.Name }, http);
        return new PasskeyQuestion(asked.CreationOptionsJson, Protect(asked.AttestationState), IsMaking: true);
    }

    /// <summary>To show a passkey: of an account, or of whoever she is.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext http, Account? account)
    {
        var asked = await Handler(http).MakeRequestOptionsAsync(account is null ? null : new AccountUser(account), http);
        return new PasskeyQuestion(asked.RequestOptionsJson, Protect(asked.AssertionState), IsMaking: false);
    }

    /// <summary>The new passkey; null when it is not what was asked for.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(HttpContext http, Account account, IFormCollection form)
    {
        if (Open(form["state"]) is not { } state)
            return null;
        var made = await Handler(http).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = form["credential"].ToString(), AttestationState = state });
        return made.Succeeded && made.UserEntity.Id == account.Id.Value ? made.Passkey : null;
    }

    /// <summary>Whose passkey was shown; null when it is none of ours, or not what was asked for.</summary>
    public async Task<AccountUser?> ShownAsync(HttpContext http, IFormCollection form, CancellationToken stop)
    {
        if (Open(form["state"]) is not { } state)
            return null;
        var shown = await Handler(http).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = form["credential"].ToString(), AssertionState = state });
        stop.ThrowIfCancellationRequested();
        // How often the device signed: one that counts backwards is a copy, and Identity refuses it.
        return shown.Succeeded && (await Users(http).AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded ? shown.User : null;
    }

    static IPasskeyHandler<AccountUser> Handler(HttpContext http) => http.RequestServices.GetRequiredService<IPasskeyHandler<AccountUser>>();

    static UserManager<AccountUser> Users(HttpContext http) => http.RequestServices.GetRequiredService<UserManager<AccountUser>>();

    string Protect(string? state) => protector.Protect(state ?? "", clock.GetUtcNow() + Life);

    string? Open(string? written)
    {
        try
        {
            var state = protector.Unprotect(written ?? "", out var until);
            foreach (var old in spent.Where(old => old.Value <= clock.GetUtcNow()))
                spent.TryRemove(old);
            return until > clock.GetUtcNow() && spent.TryAdd(state, until) ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What a page asks a browser.</summary>
/// <param name="Options">WebAuthn's options, as JSON.</param>
/// <param name="State">Comes back with the answer.</param>
public sealed record PasskeyQuestion(string Options, string State, bool IsMaking);
