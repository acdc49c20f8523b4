using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.SignIn;

/// <summary>Lets somebody in: wholly, or as far as the next question.</summary>
sealed class Entering(Stays stays, Attempts attempts, Familiar familiar, AccountNotes notes)
{
    /// <summary>After the password: to the second factor, to setting one up, or in.</summary>
    public async Task<IResult> AfterPasswordAsync(HttpContext http, Account account, string to, CancellationToken stop)
    {
        if (!account.HasSecondFactor && !account.NeedsSecondFactor)
            return await EnterAsync(http, account, to, stop);
        var halfway = await attempts.HalfwayAsync(account, stop) ?? account;
        await stays.OpenAsync(http, halfway, account.HasSecondFactor ? StayStage.Password : StayStage.Enrolling, stop);
        return Pages.SeeOther((account.HasSecondFactor ? "/console/sign-in/code?to=" : "/console/sign-in/enrol?to=") + Uri.EscapeDataString(to));
    }

    /// <summary>Wholly in.</summary>
    public async Task<IResult> EnterAsync(HttpContext http, Account account, string to, CancellationToken stop)
    {
        await OpenAsync(http, account, stop);
        return Pages.SeeOther(to);
    }

    /// <param name="isNew">False when she was in already, and goes on under a new id.</param>
    public async Task OpenAsync(HttpContext http, Account account, CancellationToken stop, bool isNew = true)
    {
        var passed = await attempts.PassedAsync(account, stop) ?? account;
        await stays.OpenAsync(http, passed, StayStage.Full, stop);
        familiar.Remember(http, passed.Id);
        if (passed.Language is { } language)
            LanguageSwitch.Keep(http, language);
        if (isNew)
            await notes.NoteAsync(passed, "sign-in.passed", AuditOutcome.Done, stop);
    }
}
